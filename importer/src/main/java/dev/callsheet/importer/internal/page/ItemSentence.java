package dev.callsheet.importer.internal.page;

import dev.callsheet.importer.internal.condition.ParameterTree;
import dev.callsheet.spec.logic.ParameterPath;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A sentence about members of a list's items, such as <i>`x` and `y` must be used together (in
 * `boxes`)</i>: it holds in each item.
 *
 * @param scope the list, ending in {@code []}
 * @param item the parameters of an item
 * @param text the sentence as it would be said of an item alone
 */
record ItemSentence(ParameterPath scope, ParameterTree item, String text) {
  private static final Pattern CODE = Pattern.compile("`([A-Za-z0-9_$.\\[\\]-]+)`");

  /** The sentence, where it names a list or a member of one; the innermost list counts. */
  static Optional<ItemSentence> of(String sentence, ParameterTree parameters) {
    return CODE.matcher(sentence)
        .results()
        .flatMap(code -> list(code.group(1), sentence, parameters).stream())
        .max(Comparator.comparingInt((ParameterPath list) -> list.steps().size()))
        .flatMap(list -> of(sentence, list, parameters));
  }

  private static Optional<ItemSentence> of(
      String sentence, ParameterPath list, ParameterTree parameters) {
    ParameterPath scope = list.eachItem();
    String owner =
        list.memberNames().stream()
            .map(Pattern::quote)
            .collect(Collectors.joining("(?:\\[\\])?\\."));
    String text =
        sentence
            .replaceFirst(" \\(in `" + owner + "(?:\\[\\])?`\\)", "")
            .replaceFirst("^Inside `" + owner + "(?:\\[\\])?`, ", "")
            .replaceAll("`" + owner + "(?:\\[\\])?\\.", "`");
    return parameters.item(scope).map(item -> new ItemSentence(scope, item, text));
  }

  /** The list that a name leads into, or that the sentence says itself to be about. */
  private static Optional<ParameterPath> list(
      String name, String sentence, ParameterTree parameters) {
    List<String> names = Arrays.asList(name.replace("[]", "").split("\\.", -1));
    Optional<ParameterPath> path = parameters.find(names);
    if (path.filter(ParameterPath::leadsThroughLists).isPresent()) {
      return path.map(ParameterPath::beforeLastList);
    }
    boolean isOwner =
        sentence.startsWith("Inside `" + name + "`, ") || sentence.contains(" (in `" + name + "`)");
    return path.filter(list -> isOwner && parameters.item(list.eachItem()).isPresent());
  }
}
