/**
 * Languages by their codes of two letters (ISO 639-1) and of three (ISO 639-2/B, which ONIX code
 * list 74 has taken over).
 */
const pairs =
  'af:afr am:amh ar:ara az:aze be:bel bg:bul bn:ben bs:bos ca:cat cs:cze cy:wel da:dan de:ger ' +
  'el:gre en:eng eo:epo es:spa et:est eu:baq fa:per fi:fin fo:fao fr:fre fy:fry ga:gle gd:gla ' +
  'gl:glg gu:guj ha:hau he:heb hi:hin hr:hrv ht:hat hu:hun hy:arm id:ind ig:ibo is:ice it:ita ' +
  'ja:jpn ka:geo kk:kaz km:khm kn:kan ko:kor ku:kur ky:kir la:lat lb:ltz lo:lao lt:lit lv:lav ' +
  'mg:mlg mi:mao mk:mac ml:mal mn:mon mr:mar ms:may mt:mlt my:bur nb:nob ne:nep nl:dut nn:nno ' +
  'no:nor oc:oci pa:pan pl:pol ps:pus pt:por rm:roh ro:rum ru:rus rw:kin sa:san sd:snd si:sin ' +
  'sk:slo sl:slv so:som sq:alb sr:srp st:sot sv:swe sw:swa ta:tam te:tel tg:tgk th:tha tk:tuk ' +
  'tr:tur tt:tat ug:uig uk:ukr ur:urd uz:uzb vi:vie xh:xho yi:yid yo:yor zh:chi zu:zul';

const threeLetters = new Map(pairs.split(' ').map((pair) => pair.split(':') as [string, string]));

const primary = (tag: string) => (tag.split('-')[0] ?? '').toLowerCase();

/** The language of a BCP 47 tag in three letters; undefined where the table lacks it. */
export function bibliographicCode(tag: string): string | undefined {
  const language = primary(tag);
  return language.length === 3 ? language : threeLetters.get(language);
}

/** The language of a BCP 47 tag alone: `en` of `en-GB`. */
export const languageOf = primary;
