package dev.callsheet.generator.internal.java.naming;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What one of several is called, in English: {@code boundingBoxes} are each a {@code boundingBox}.
 *
 * <p>A plural cannot be undone by its ending alone ({@code axes} and {@code taxes}, {@code
 * statuses} and {@code uses}), so words that an ending would get wrong are listed, with nouns that
 * only look like plurals; the endings decide for the rest. The last word of a name counts. A noun
 * that is missing costs a name that reads oddly, never one that does not compile.
 */
public final class EnglishNouns {
  /** Their plural is the same, or they have none. */
  private static final Set<String> UNCHANGED =
      words("series species news means corps physics analytics data media kudos yes");

  /** Singular, although they end as plurals do. */
  private static final Set<String> SINGULAR =
      words("alias atlas bias canvas gas pancreas lens chaos cosmos https dns css gps fps");

  private static final Map<String, String> IRREGULAR =
      pairs(
          "people person",
          "men man",
          "women woman",
          "children child",
          "feet foot",
          "teeth tooth",
          "geese goose",
          "mice mouse",
          "indices index",
          "vertices vertex",
          "matrices matrix",
          "appendices appendix",
          "axes axis",
          "criteria criterion",
          "phenomena phenomenon",
          "quizzes quiz",
          "lenses lens",
          "diagnoses diagnosis",
          "menus menu",
          "gurus guru");

  /** Those in {@code -ie}, and not in {@code -y}. */
  private static final Set<String> IN_IE =
      words(
          "brownie calorie collie cookie die eerie genie hoodie lie movie pie prairie rookie selfie"
              + " smoothie tie zombie");

  /** Those in {@code -f} or {@code -fe} whose plural is in {@code -ves}. */
  private static final Map<String, String> IN_F =
      pairs(
          "calves calf",
          "elves elf",
          "halves half",
          "hooves hoof",
          "knives knife",
          "leaves leaf",
          "lives life",
          "loaves loaf",
          "scarves scarf",
          "selves self",
          "shelves shelf",
          "thieves thief",
          "wives wife",
          "wolves wolf");

  /** Those in {@code -oe}, and not in {@code -o}. */
  private static final Set<String> IN_OE = words("canoe foe hoe oboe shoe toe");

  /** Those in {@code -che}, and not in {@code -ch}. */
  private static final Set<String> IN_CHE =
      words("ache avalanche cache cliche creche headache moustache niche psyche quiche");

  /** Those in {@code -s} whose plural is in {@code -ses}. */
  private static final Set<String> IN_S =
      words(
          "alias apparatus atlas bias bonus bus campus canvas census chorus circus consensus corpus"
              + " focus gas genius iris lotus minus nexus nucleus octopus plus prospectus radius"
              + " status stylus surplus syllabus virus");

  /** What becomes of an ending, the first that fits. */
  private static final List<Ending> ENDINGS =
      List.of(
          new Ending("sses", "ss"),
          new Ending("shes", "sh"),
          new Ending("xes", "x"),
          new Ending("zzes", "zz"),
          new Ending("yses", "ysis"),
          new Ending("theses", "thesis"),
          new Ending("ss", "ss"),
          new Ending("us", "us"),
          new Ending("is", "is"),
          new Ending("s", ""));

  private record Ending(String plural, String singular) {}

  private EnglishNouns() {}

  /** The name of one of them; the name itself where it is no plural. */
  public static String singular(String name) {
    int start = name.length();
    while (start > 0 && Character.isLetter(name.charAt(start - 1)) && !isCapital(name, start)) {
      start--;
    }
    String word = name.substring(start);
    String plural = word.toLowerCase(Locale.ROOT);
    String one = singularWord(plural);
    if (one.equals(plural)) {
      return name;
    }
    int common = 0;
    while (common < one.length() && one.charAt(common) == plural.charAt(common)) {
      common++;
    }
    String ending = one.substring(common);
    boolean isUpperCase = word.equals(word.toUpperCase(Locale.ROOT));
    return name.substring(0, start + common)
        + (isUpperCase ? ending.toUpperCase(Locale.ROOT) : ending);
  }

  /** Whether a word of the name begins here, by its capital. */
  private static boolean isCapital(String name, int at) {
    return at < name.length()
        && Character.isUpperCase(name.charAt(at))
        && !Character.isUpperCase(name.charAt(at - 1));
  }

  private static String singularWord(String word) {
    String irregular = IRREGULAR.get(word);
    if (irregular != null) {
      return irregular;
    }
    if (word.length() < 3 || UNCHANGED.contains(word) || SINGULAR.contains(word)) {
      return word;
    }
    if (word.endsWith("ies") && word.length() > 4) {
      return IN_IE.contains(without(word, 1)) ? without(word, 1) : without(word, 3) + "y";
    }
    if (word.endsWith("ves")) {
      return IN_F.getOrDefault(word, without(word, 1));
    }
    if (word.endsWith("oes")) {
      return without(word, IN_OE.contains(without(word, 1)) ? 1 : 2);
    }
    if (word.endsWith("ches")) {
      return without(word, IN_CHE.contains(without(word, 1)) ? 1 : 2);
    }
    if (word.endsWith("ses") && IN_S.contains(without(word, 2))) {
      return without(word, 2);
    }
    return ENDINGS.stream()
        .filter(ending -> word.endsWith(ending.plural()))
        .findFirst()
        .map(ending -> without(word, ending.plural().length()) + ending.singular())
        .orElse(word);
  }

  private static String without(String word, int letters) {
    return word.substring(0, word.length() - letters);
  }

  private static Set<String> words(String list) {
    return Set.of(list.split(" "));
  }

  private static Map<String, String> pairs(String... pairs) {
    Map<String, String> map = new HashMap<>();
    for (String pair : pairs) {
      int space = pair.indexOf(' ');
      map.put(pair.substring(0, space), pair.substring(space + 1));
    }
    return Map.copyOf(map);
  }
}
