/**
 * Controls but for tab and line ends, with the noncharacters and halves of surrogate pairs that XML
 * (2.2, Char) forbids beside them.
 */
export const controlCharacters = /(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]|\p{Cs}/gu;
