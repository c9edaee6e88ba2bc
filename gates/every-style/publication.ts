/** A small publication that cites works of every kind, in every way. */
export const manuscript = `# On @book

One.[@news] Two [@news, p. 15]. Three,[@article; @book, ch. 2; see @chapter, pp. 3-5] as @book [p. 7]
says; @report's view is another. "Four."[@paper] Five[@interview]; six (as -@letter says) -
seven[@communication; @regulation] - *eight.*[@thesis]

> Nine.[@unsigned] Ten.^[See [@page] and @dataset. [@podcast, p. 3]] Eleven[^x].

[^x]: Compare [@speech; @blog].

| Twelve[@treaty] | Thirteen[@film] |
|---|---|
| @post says | so.[@edited, p. 4][@book] |

Fourteen.[@book, p. 8] Fifteen.[@book, p. 8] Sixteen.[@book, p. 9] Seventeen![see also @news and others]
`;
