package dev.callsheet.importer.internal.merge;

import dev.callsheet.importer.finding.ImportException;
import dev.callsheet.importer.internal.spec.SpecText;
import dev.callsheet.spec.source.SourceText;
import dev.callsheet.spec.source.YamlNode;
import dev.callsheet.spec.source.YamlParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * A spec with what its author made of it and what its source says now.
 *
 * @param text YAML
 * @param conflicts the places that both changed, of which the author's is kept
 */
public record SpecMerge(String text, List<String> conflicts) {
  /** Copies the list, so that a result never changes. */
  public SpecMerge {
    conflicts = List.copyOf(conflicts);
  }

  /**
   * Merges what the author changed with what the source changed. A text that did not change in
   * meaning stays as it is; elsewhere texts are merged line by line where that means the same, and
   * the spec is written anew where it does not.
   *
   * @param base what the source was imported as
   * @param author what the author made of it
   * @param source what the source is imported as now
   * @throws ImportException when one of them is no YAML mapping
   */
  public static SpecMerge of(SourceText base, SourceText author, SourceText source)
      throws ImportException {
    ObjectNode before = parsed(base);
    ObjectNode mine = parsed(author);
    ObjectNode theirs = parsed(source);
    TreeMerge merge = new TreeMerge();
    ObjectNode merged = merge.merge(before, mine, theirs);
    return new SpecMerge(text(merged, before, mine, base, author, source), merge.conflicts());
  }

  private static String text(
      ObjectNode merged,
      ObjectNode before,
      ObjectNode mine,
      SourceText base,
      SourceText author,
      SourceText source)
      throws ImportException {
    if (merged.equals(mine)) {
      return author.text();
    }
    if (mine.equals(before)) {
      return source.text();
    }
    Optional<String> lines = LineMerge.merge(base.text(), author.text(), source.text());
    if (lines.isPresent()) {
      Optional<ObjectNode> meant = parsed(new SourceText("merged", lines.get()), new ArrayList<>());
      if (meant.filter(merged::equals).isPresent()) {
        return lines.get();
      }
    }
    return SpecText.of(merged, author.text().lines().takeWhile(l -> l.startsWith("#")).toList());
  }

  /**
   * A spec as a tree.
   *
   * @throws ImportException when it is no YAML mapping
   */
  public static ObjectNode parsed(SourceText text) throws ImportException {
    List<String> errors = new ArrayList<>();
    Optional<ObjectNode> mapping = parsed(text, errors);
    if (mapping.isEmpty() || !errors.isEmpty()) {
      throw new ImportException(
          text.start(), errors.isEmpty() ? "this is no YAML mapping" : errors.get(0));
    }
    return mapping.get();
  }

  private static Optional<ObjectNode> parsed(SourceText text, List<String> errors) {
    return YamlParser.parse(text, (place, message) -> errors.add(place.line() + ": " + message))
        .map(YamlNode::json)
        .filter(ObjectNode.class::isInstance)
        .map(ObjectNode.class::cast);
  }
}
