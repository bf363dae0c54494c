// Writes the tables of Unicode properties that regular expressions use (\p{L}, \p{Script=Greek}):
//
//   node tests/regex/unicode-properties.mjs > \
//     runtime/src/main/resources/dev/callsheet/runtime/internal/regex/unicode-properties.txt
//
// The properties are asked of Node's own regular expressions, so they are those of the Unicode version that this
// Node has. A line is a property: its names, and where the code points that have it begin and end by turns, each as
// the distance from the one before in base 36; or, behind a "+", the categories that it is made of.

const categories = `Lu Uppercase_Letter, Ll Lowercase_Letter, Lt Titlecase_Letter, Lm Modifier_Letter, Lo Other_Letter,
  Mn Nonspacing_Mark, Mc Spacing_Mark, Me Enclosing_Mark, Nd Decimal_Number digit, Nl Letter_Number, No Other_Number,
  Pc Connector_Punctuation, Pd Dash_Punctuation, Ps Open_Punctuation, Pe Close_Punctuation, Pi Initial_Punctuation,
  Pf Final_Punctuation, Po Other_Punctuation, Sm Math_Symbol, Sc Currency_Symbol, Sk Modifier_Symbol, So Other_Symbol,
  Zs Space_Separator, Zl Line_Separator, Zp Paragraph_Separator, Cc Control cntrl, Cf Format, Cs Surrogate,
  Co Private_Use, Cn Unassigned`;

const groups = {
  "L,Letter": "Lu Ll Lt Lm Lo",
  "LC,Cased_Letter": "Lu Ll Lt",
  "M,Mark,Combining_Mark": "Mn Mc Me",
  "N,Number": "Nd Nl No",
  "P,Punctuation,punct": "Pc Pd Ps Pe Pi Pf Po",
  "S,Symbol": "Sm Sc Sk So",
  "Z,Separator": "Zs Zl Zp",
  "C,Other": "Cc Cf Cs Co Cn",
};

// Table "Binary Unicode property aliases and their canonical property names" of ECMA-262; ASCII, Any and Assigned
// are computed.
const binary = `ASCII_Hex_Digit AHex, Alphabetic Alpha, Bidi_Control Bidi_C, Bidi_Mirrored Bidi_M, Case_Ignorable CI,
  Cased, Changes_When_Casefolded CWCF, Changes_When_Casemapped CWCM, Changes_When_Lowercased CWL,
  Changes_When_NFKC_Casefolded CWKCF, Changes_When_Titlecased CWT, Changes_When_Uppercased CWU, Dash,
  Default_Ignorable_Code_Point DI, Deprecated Dep, Diacritic Dia, Emoji, Emoji_Component EComp, Emoji_Modifier EMod,
  Emoji_Modifier_Base EBase, Emoji_Presentation EPres, Extended_Pictographic ExtPict, Extender Ext,
  Grapheme_Base Gr_Base, Grapheme_Extend Gr_Ext, Hex_Digit Hex, IDS_Binary_Operator IDSB, IDS_Trinary_Operator IDST,
  ID_Continue IDC, ID_Start IDS, Ideographic Ideo, Join_Control Join_C, Logical_Order_Exception LOE, Lowercase Lower,
  Math, Noncharacter_Code_Point NChar, Pattern_Syntax Pat_Syn, Pattern_White_Space Pat_WS, Quotation_Mark QMark,
  Radical, Regional_Indicator RI, Sentence_Terminal STerm, Soft_Dotted SD, Terminal_Punctuation Term,
  Unified_Ideograph UIdeo, Uppercase Upper, Variation_Selector VS, White_Space space, XID_Continue XIDC, XID_Start XIDS`;

const scripts = `Adlam Ahom Anatolian_Hieroglyphs Arabic Armenian Avestan Balinese Bamum Bassa_Vah Batak Bengali Beria_Erfe
  Bhaiksuki Bopomofo Brahmi Braille Buginese Buhid Canadian_Aboriginal Carian Caucasian_Albanian Chakma Cham Cherokee
  Chorasmian Common Coptic Cuneiform Cypriot Cypro_Minoan Cyrillic Deseret Devanagari Dives_Akuru Dogra Duployan
  Egyptian_Hieroglyphs Elbasan Elymaic Ethiopic Garay Georgian Glagolitic Gothic Grantha Greek Gujarati Gunjala_Gondi
  Gurmukhi Gurung_Khema Han Hangul Hanifi_Rohingya Hanunoo Hatran Hebrew Hiragana Imperial_Aramaic Inherited
  Inscriptional_Pahlavi Inscriptional_Parthian Javanese Kaithi Kannada Katakana Kawi Kayah_Li Kharoshthi
  Khitan_Small_Script Khmer Khojki Khudawadi Kirat_Rai Lao Latin Lepcha Limbu Linear_A Linear_B Lisu Lycian Lydian
  Mahajani Makasar Malayalam Mandaic Manichaean Marchen Masaram_Gondi Medefaidrin Meetei_Mayek Mende_Kikakui
  Meroitic_Cursive Meroitic_Hieroglyphs Miao Modi Mongolian Mro Multani Myanmar Nabataean Nag_Mundari Nandinagari
  New_Tai_Lue Newa Nko Nushu Nyiakeng_Puachue_Hmong Ogham Ol_Chiki Ol_Onal Old_Hungarian Old_Italic Old_North_Arabian
  Old_Permic Old_Persian Old_Sogdian Old_South_Arabian Old_Turkic Old_Uyghur Oriya Osage Osmanya Pahawh_Hmong Palmyrene
  Pau_Cin_Hau Phags_Pa Phoenician Psalter_Pahlavi Rejang Runic Samaritan Saurashtra Sharada Shavian Siddham Sidetic
  SignWriting Sinhala Sogdian Sora_Sompeng Soyombo Sundanese Sunuwar Syloti_Nagri Syriac Tagalog Tagbanwa Tai_Le
  Tai_Tham Tai_Viet Tai_Yo Takri Tamil Tangsa Tangut Telugu Thaana Thai Tibetan Tifinagh Tirhuta Todhri Tolong_Siki Toto
  Tulu_Tigalari Ugaritic Unknown Vai Vithkuqi Wancho Warang_Citi Yezidi Yi Zanabazar_Square`.split(/\s+/);

function ranges(property) {
  const has = new RegExp(`^\\p{${property}}$`, "u");
  const bounds = [];
  let inside = false;
  for (let c = 0; c <= 0x110000; c++) {
    const now = c < 0x110000 && has.test(String.fromCodePoint(c));
    if (now !== inside) {
      bounds.push(c);
      inside = now;
    }
  }
  return bounds.map((bound, i) => (bound - (i === 0 ? 0 : bounds[i - 1])).toString(36)).join(" ");
}

const lists = (text) => text.split(",").map((each) => each.trim().split(/\s+/));

console.log(`# Unicode ${process.versions.unicode}, written by tests/regex/unicode-properties.mjs.`);
console.log("# Derived from the Unicode Character Database, (c) 1991-2025 Unicode, Inc., under the Unicode License v3: https://www.unicode.org/license.txt");
for (const names of lists(categories)) {
  console.log(`gc=${names.join(",")};${ranges("gc=" + names[0])}`);
}
for (const [names, parts] of Object.entries(groups)) {
  console.log(`gc=${names};+${parts}`);
}
for (const names of lists(binary)) {
  console.log(`${names.join(",")};${ranges(names[0])}`);
}

// A script's short name is one of four letters, found by trying them all.
const letters = [..."abcdefghijklmnopqrstuvwxyz"];
const shortNames = new Map();
for (const a of letters)
  for (const b of letters)
    for (const c of letters)
      for (const d of letters) {
        const name = a.toUpperCase() + b + c + d;
        try {
          const member = ranges("sc=" + name);
          shortNames.set(member, [...(shortNames.get(member) ?? []), name]);
        } catch {
          // no script's name
        }
      }
for (const script of scripts) {
  const own = ranges("sc=" + script);
  const names = [script, ...shortNames.get(own).filter((name) => name !== script)];
  shortNames.delete(own);
  console.log(`sc=${names.join(",")};${own}`);
  const extended = ranges("scx=" + script);
  if (extended !== own) {
    console.log(`scx=${names.join(",")};${extended}`);
  }
}
if (shortNames.size > 0) {
  throw new Error("scripts without a long name here: " + [...shortNames.values()]);
}
