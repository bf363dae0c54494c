package dev.callsheet.spec.diff;

import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.Shape;
import dev.callsheet.spec.source.SourceLocation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Compares the fields of results: which there are, of which types, with which listed values. */
final class ResponseComparison {
  private final List<SpecChange> changes = new ArrayList<>();

  private ResponseComparison() {}

  /** What changes from one result to another. */
  static List<SpecChange> changes(
      Shape.Structure before, Shape.Structure after, SourceLocation location) {
    ResponseComparison comparison = new ResponseComparison();
    comparison.compare(fields(before), fields(after), location);
    return comparison.changes;
  }

  /** All fields at any depth, those around others first. */
  private static Map<ParameterPath, Parameter> fields(Shape shape) {
    Map<ParameterPath, Parameter> fields = new LinkedHashMap<>();
    for (Parameter field : shape.parameters()) {
      fields.putIfAbsent(field.path(), field);
      fields(field.shape()).forEach(fields::putIfAbsent);
    }
    return fields;
  }

  private void compare(
      Map<ParameterPath, Parameter> before,
      Map<ParameterPath, Parameter> after,
      SourceLocation location) {
    Set<ParameterPath> reported = new TreeSet<>();
    before.forEach(
        (path, field) -> {
          Parameter now = after.get(path);
          if (now != null) {
            compare(field, now);
          } else if (reported.stream().noneMatch(outer -> outer.isPrefixOf(path))) {
            reported.add(path);
            add(ChangeKind.RESPONSE_FIELD_REMOVED, path, location, " is gone from results.");
          }
        });
    after.forEach(
        (path, field) -> {
          boolean isNew =
              !before.containsKey(path)
                  && reported.stream().noneMatch(outer -> outer.isPrefixOf(path));
          if (isNew) {
            reported.add(path);
            add(ChangeKind.RESPONSE_FIELD_ADDED, path, field.location(), " is new in results.");
          }
        });
  }

  private void compare(Parameter before, Parameter after) {
    ParameterPath path = after.path();
    String was = types(before.shape());
    String is = types(after.shape());
    if (!was.equals(is)) {
      String message = " in results is " + is + "; it was " + was + ".";
      add(ChangeKind.RESPONSE_TYPE_CHANGED, path, after.location(), message);
    }
    if (before.required() && !after.required()) {
      String message = " may be missing in results.";
      add(ChangeKind.RESPONSE_FIELD_OPTIONAL, path, after.location(), message);
    }
    List<JsonNode> had = values(before.shape());
    List<JsonNode> has = values(after.shape());
    if (had.isEmpty() || has.isEmpty()) {
      return; // values are not listed in both
    }
    List<JsonNode> lost = ListedValues.lacking(had, has);
    if (!lost.isEmpty()) {
      String message = " in results is never " + ListedValues.text(lost) + " any more.";
      add(ChangeKind.RESPONSE_VALUE_REMOVED, path, after.location(), message);
    }
    List<JsonNode> gained = ListedValues.lacking(has, had);
    if (!gained.isEmpty()) {
      String message = " in results may be " + ListedValues.text(gained) + ".";
      add(ChangeKind.RESPONSE_VALUE_ADDED, path, after.location(), message);
    }
  }

  private void add(ChangeKind kind, ParameterPath path, SourceLocation location, String message) {
    changes.add(SpecChange.of(kind, path.toString(), location, "`" + path + "`" + message));
  }

  private static String types(Shape shape) {
    Set<String> types = new TreeSet<>();
    for (Shape variant : shape.variants()) {
      if (variant instanceof Shape.Sequence list) {
        types.add("a list of " + types(list.items()));
      } else {
        variant.types().forEach(type -> types.add(type.keyword()));
      }
    }
    return String.join(" or ", types);
  }

  /** The listed values of a field, or of the items of a list; empty where they are not listed. */
  private static List<JsonNode> values(Shape shape) {
    List<JsonNode> values = new ArrayList<>();
    for (Shape variant : shape.variants()) {
      if (variant instanceof Shape.Sequence list) {
        values.addAll(values(list.items()));
      } else if (variant instanceof Shape.Choice choice) {
        values.addAll(choice.values());
      }
    }
    return values;
  }
}
