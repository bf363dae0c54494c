// Writes expressions, texts, and what Node.js says of them: whether the expression is one (with the flag u), and
// where its matches and the matches of its first group are. The tests of dev.callsheet.runtime.internal.regex compare
// the engine with it, line by line.
//
//   node tests/regex/ecma-corpus.mjs 1 1500 > \
//     runtime/src/test/resources/dev/callsheet/runtime/internal/regex/ecma-corpus.jsonl
//
// The arguments are a seed and how many random expressions there are to be, behind those that are listed here.

const [seed = "1", count = "1500"] = process.argv.slice(2);

const listed = String.raw`
^(\p{L}|\p{N}|[ ,.!?])+$
^([a-z]|[0-9])*$
^(.*a){5}$
^[a-zA-Z0-9._-]+(:[a-zA-Z0-9._/@-]+)?$
<<<element_(\d+)>>>
^\u{1F98A}$
^\uD83E\uDD8A$
^\uD83E$
\uDD8A
[\uD83E\uDD8A]
[\uD83E-\uDD8A]
^[^\uD83E]$
^\s$
^\S$
^.$
^\0$
^[]$
^[^]$
[]
a[^]b
\bé
\b1
é\B
\d+
\D
^\w$
\W
\cA
\ca
\c1
\c
[\c1]
\x41
\x4
\u0041
\u41
\u{41}
\u{110000}
\u{0000000041}
\u{}
\u{d83e}\u{dd8a}
\/
\-
[\-]
[a\-z]
\a
\e
\_
\!
\ 
\é
\Z
\z
\A
\G
\Q
\E
\Qa\E
\h
\H
\R
\X
\N
\v
\V
\k
\k<a>
\k<a>(?<a>b)
(?<a>b)\k<a>
(?<a>b)(?<a>c)
(?<a>b)|(?<a>c)
(?<$_a1>b)
(?<é>b)
(?<1a>b)
(?<>b)
(?<a b>c)
(?<\u0061>b)
(?<\u{61}>b)
(?<𠮷>b)
(?<a
(?<a>
(?a)
(?i)a
(?i:a)
(?-i:a)
(?s).
(?x) a
(?>a)
(?#a)
(?P<a>b)
(?'a'b)
(?|a)
(?<=a)b
(?<!a)b
(?=a)*
(?!a)+
(?<=a){2}
\b+
^*
$?
a**
a++
a*+
a?+
a??
a*?
a+?
a{2}
a{2}?
a{2,}
a{,2}
a{2,1}
a{2,2}
a{0}
a{0,0}b
a{00002}
a{99999999999999999999,5}
a{
a}
a{a}
{
}
]
[
a]
[a
[a-
(
)
()
(?:)
|
a|
|a
||
*
+
?
.
\
[\]
[\b]
[\B]
[b-a]
[a-\d]
[\d-a]
[\d-]
[-\d]
[--a]
[a--]
[a-c-e]
[a-]
[-a]
[-]
[^-]
[a&&b]
[a&&[b]]
[[a]
[a[b]]
[a^]
[.]
[$]
[|]
[(]
[\d\s]
[^\d\s]
[\w-]
[\0]
[\1]
[\01]
\00
\01
\1
(a)\1
\1(a)
(a)\2
\8
\p{L}
\p{Lu}
\P{L}
\p{Letter}
\p{letter}
\p{gc=L}
\p{General_Category=Uppercase_Letter}
\p{Script=Greek}
\p{sc=Grek}
\p{scx=Grek}
\p{Script_Extensions=Latin}
\p{Greek}
\p{IsL}
\p{IsGreek}
\p{InGreek}
\p{Alpha}
\p{Alphabetic}
\p{ASCII}
\p{Any}
\P{Any}
\p{Assigned}
\P{Assigned}
\p{Emoji}
\p{Emoji_Presentation}
\p{ExtPict}
\p{Punct}
\p{punct}
\p{digit}
\p{Lower}
\p{Upper}
\p{space}
\p{White_Space}
\p{javaLowerCase}
\p{L1}
\p{LC}
\p{Cn}
\p{Block=Greek}
\p{Script}
\p{Script=}
\p{=Greek}
\p{}
\p{L
\p
\pL
\p{^L}
[\p{L}\p{N}]
[^\p{L}]
[\p{L}-z]
\p{L}+
(?=(a))ab
(?!(a))b
(?:a|ab)(?:c|bcd)(d*)
(z)((a+)?(b+)?(c))*
(a*)*
(?:a*)*b
(a*)+
(?:(a)|b)*
(?:(a)|(b))+
(?:a?(?:|c))*
(?:|a)*
(?:|a)+
(?:a|)*
(?:a?b??)*
((a)|b)*?c
(a?)??b
(\d+?)
(\d*?)x
a(b)|a.*z
a.*z|a(b)
(a|b)*?abb
^(?!foo)\w+
^(?=.*\d)(?=.*[a-z]).{4,8}$
(?<=\d)(?!\d)
(?<=(a)b)c
(?<=a.*)c
(?<![ab]{2})c
(?<=^|,)(x)
\b(\w+)\b
\B(\w)
^$
$^
^^a$$
x*
(?:x*)
(x*)
(?=x)
(x{2,3}){2}
(?:ab|cd){2,3}?
.{3}
[^a]{2,}
(?:(?=a)a){2}
(?<=(?=b)b)c
(?<=b(?!c))
(?=(?<!a)b)
-- 
`.split("\n").filter((line) => line !== "" && line !== "-- ").map((line) => line === String.raw`\ ` ? "\\ " : line);

let state = Number(seed) >>> 0;
function random(bound) {
  // Mulberry32
  state = (state + 0x6d2b79f5) >>> 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) % bound;
}
const pick = (list) => list[random(list.length)];

const atoms = String.raw`a a a b b c . \d \w \s \W \S [ab] [^a] [a-c] [^\d] \p{L} \p{Lu} \P{L} é \u{1F98A} \uD83E \0 _ 1`
  .split(" ");
const boundaries = ["^", "$", "\\b", "\\B"];
const quantifiers = ["*", "+", "?", "{2}", "{1,2}", "{0,2}", "{2,}", "*?", "+?", "??", "{1,3}?", "{0}"];

function expression(depth) {
  const alternatives = [];
  for (let i = random(4) === 0 ? 2 + random(2) : 1; i > 0; i--) {
    let sequence = "";
    for (let j = random(4); j > 0; j--) sequence += term(depth);
    alternatives.push(sequence);
  }
  return alternatives.join("|");
}

function term(depth) {
  const kind = random(depth > 0 ? 12 : 6);
  if (kind === 5) return pick(boundaries);
  if (kind >= 10) return pick(["(?=", "(?!", "(?<=", "(?<!"]) + expression(depth - 1) + ")";
  const atom = kind < 5 ? pick(atoms) : pick(["(", "(", "(?:"]) + expression(depth - 1) + ")";
  return atom + (random(3) === 0 ? pick(quantifiers) : "");
}

function mutated(pattern) {
  const characters = [...pattern];
  const place = random(characters.length + 1);
  const inserted = pick([..."\\()[]{}|*+?^$.-,<>=!:aubkpLdw1059é🦊"]);
  characters.splice(place, random(2), ...(random(3) === 0 ? [] : [inserted]));
  return characters.join("");
}

function text() {
  let made = "";
  const characters = ["a", "a", "a", "b", "b", "c", "d", "z", "1", "2", "_", " ", ",", "\n", "\u2028", "é", "É", "Ω",
    "🦊", "\ud83e", "\udd8a", "\0"];
  for (let i = random(9); i > 0; i--) made += pick(characters);
  return made;
}

// V8 also looks for a match between the halves of a pair, where ECMA-262 (21.2.5.2.2) has it look at the next character.
function isWithinPair(text, place) {
  return place > 0 && text.codePointAt(place - 1) > 0xffff;
}

function write(pattern, texts) {
  let regex;
  try {
    regex = new RegExp(pattern, "dgu");
  } catch {
    console.log(JSON.stringify({ pattern, valid: false }));
    return;
  }
  const matches = texts
    .map((each) => [
      each,
      ...[...each.matchAll(regex)].map((match) => [...match.indices[0], ...(match.indices[1] ?? [])]),
    ])
    .filter(([each, ...found]) => !found.flat().some((place) => isWithinPair(each, place)));
  console.log(JSON.stringify({ pattern, valid: true, matches }));
}

const fixed = ["", "a", "abc", "aab", "abab", "abcd", "x,x", "a1 b2", "fox 🦊", "\ud83e", "\udd8a", "é", "Ω", "\n", "\u0085",
  "\u00a0", "zaacbbbcac", "foo9", "ab c"];
for (const pattern of listed) write(pattern, fixed);
for (let i = 0; i < Number(count); i++) {
  const pattern = expression(3);
  write(pattern, Array.from({ length: 5 }, text));
  if (i % 3 === 0) write(mutated(pattern), [text(), text()]);
}
