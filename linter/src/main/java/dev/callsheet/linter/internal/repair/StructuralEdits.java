package dev.callsheet.linter.internal.repair;

import dev.callsheet.runtime.JsonPointer;
import dev.callsheet.runtime.Problem;
import dev.callsheet.runtime.Requirement;
import dev.callsheet.runtime.StructuralRule;
import dev.callsheet.runtime.Violation;
import dev.callsheet.runtime.internal.messages.DisplayText;
import dev.callsheet.spec.analysis.SampleValues;
import dev.callsheet.spec.logic.JsonNumbers;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.RenamedRequest;
import dev.callsheet.spec.model.Shape;
import dev.callsheet.spec.source.SpellingSuggestion;
import dev.callsheet.spec.validation.Requirements;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Edits that may repair a parameter that is missing, unknown or of a wrong value. */
final class StructuralEdits {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private static final JsonPointer TASK_UUID = JsonPointer.ROOT.child("taskUUID");

  /** Of more allowed values than this, none is proposed unless one is like what was written. */
  private static final int MAX_PROPOSED_CHOICES = 4;

  /** In longer lists, repetitions are not looked for: that takes the square of their length. */
  private static final int MAX_COMPARED_ITEMS = 500;

  private final ModelSpec spec;
  private final ReplacementValues values;
  private final JsonNode task;
  private final UUID freshUuid;

  /**
   * Edits of a task.
   *
   * @param freshUuid the UUID that it gets when it has none
   */
  StructuralEdits(ModelSpec spec, ReplacementValues values, JsonNode task, UUID freshUuid) {
    this.spec = spec;
    this.values = values;
    this.task = task;
    this.freshUuid = freshUuid;
  }

  /** Edits of what a violation of a structural rule is about. */
  List<TaskEdit> of(Violation violation) {
    JsonPointer pointer = JsonPointer.parse(violation.pointer());
    JsonNode value = JsonTree.valueAt(task, pointer);
    return value != null && violation.problem() instanceof Problem.Structural problem
        ? editsFor(problem, pointer, value)
        : List.of();
  }

  private List<TaskEdit> editsFor(Problem.Structural problem, JsonPointer pointer, JsonNode value) {
    if (problem instanceof Problem.MissingParameter missing) {
      return additions(pointer.child(missing.name()));
    }
    if (problem instanceof Problem.UnknownParameter unknown) {
      return unknownParameterEdits(pointer, unknown);
    }
    if (problem instanceof Problem.LegacyParameter) {
      return renamings(pointer);
    }
    if (problem instanceof Problem.LegacyTask old) {
      return List.of(new TaskEdit.SetValue(pointer, JSON.stringNode(old.replacement())));
    }
    ExpectedShapes slot = ExpectedShapes.at(spec, pointer);
    return problem.rule() == StructuralRule.TOO_MANY_ITEMS
        ? tooManyItemsEdits(pointer, value, slot)
        : wrongValueEdits(problem, pointer, value, slot);
  }

  /** Ways to give a parameter that is not there: values that can be derived, and the author's. */
  List<TaskEdit> additions(JsonPointer pointer) {
    ExpectedShapes slot = ExpectedShapes.at(spec, pointer);
    if (!slot.isKnown()) {
      return List.of();
    }
    if (pointer.equals(TASK_UUID)) {
      return List.of(new TaskEdit.SetValue(pointer, JSON.stringNode(freshUuid.toString())));
    }
    List<TaskEdit> edits = new ArrayList<>();
    JsonNode usual = slot.defaultValue().orElse(null);
    values
        .nearest(slot, null)
        .forEach(value -> edits.add(new TaskEdit.SetValue(pointer, value, value.equals(usual))));
    boolean anyValue = slot.shapes().stream().anyMatch(shape -> !(shape instanceof Shape.Choice));
    if (anyValue || edits.isEmpty()) {
      for (Shape shape : slot.shapes()) {
        edits.add(TaskEdit.AuthorEdit.addition(pointer, SampleValues.of(shape)));
      }
    }
    return edits;
  }

  /** Names a parameter, and what is in it, as today. */
  private List<TaskEdit> renamings(JsonPointer pointer) {
    RenamedRequest renamed = RenamedRequest.of(task, spec);
    List<TaskEdit> edits = new ArrayList<>();
    for (RenamedRequest.Move move : renamed.outermostMoves()) {
      JsonNode value = JsonTree.valueAt(renamed.request(), move.to());
      if (move.from().equals(pointer) && value != null) {
        boolean isSame = value.equals(JsonTree.valueAt(task, pointer));
        edits.add(new TaskEdit.Move(pointer, move.to(), isSame ? null : value));
      }
    }
    return edits;
  }

  private List<TaskEdit> unknownParameterEdits(
      JsonPointer pointer, Problem.UnknownParameter unknown) {
    List<TaskEdit> edits = new ArrayList<>();
    Optional.ofNullable(unknown.suggestion())
        .map(name -> suggestedPointer(pointer.parent(), name))
        .filter(to -> JsonTree.valueAt(task, to) == null && isReachable(to))
        .ifPresent(to -> edits.add(new TaskEdit.Move(pointer, to)));
    edits.add(new TaskEdit.Remove(pointer));
    return edits;
  }

  /** The name of a member beside the unknown one, or the path of a parameter elsewhere. */
  private JsonPointer suggestedPointer(JsonPointer object, String suggestion) {
    boolean isSibling =
        ExpectedShapes.at(spec, object).members().stream()
            .anyMatch(member -> member.name().equals(suggestion));
    return isSibling
        ? object.child(suggestion)
        : new JsonPointer(ParameterPath.parse(suggestion).memberNames());
  }

  /** Whether what is on the way is an object, or not there. */
  private boolean isReachable(JsonPointer pointer) {
    return IntStream.range(0, pointer.steps().size())
        .mapToObj(depth -> JsonTree.valueAt(task, pointer.prefix(depth)))
        .allMatch(node -> node == null || node.isObject());
  }

  private List<TaskEdit> tooManyItemsEdits(
      JsonPointer pointer, JsonNode value, ExpectedShapes slot) {
    List<TaskEdit> edits = new ArrayList<>();
    if (value instanceof ArrayNode list) {
      values
          .maximumLengths(slot, list)
          .forEach(length -> edits.add(truncation(pointer, list, length)));
    }
    return edits;
  }

  /** Leaves out the last items of a list. */
  TaskEdit truncation(JsonPointer pointer, ArrayNode list, int length) {
    int fewer = list.size() - length;
    Set<Integer> kept = IntStream.range(0, length).boxed().collect(Collectors.toSet());
    String name = DisplayText.quotedName(JsonTree.displayPath(task, pointer));
    String words =
        fewer == 1
            ? "remove the last item of " + name
            : "remove the last " + fewer + " items of " + name;
    return new TaskEdit.RetainItems(pointer, new TreeSet<>(kept), words);
  }

  private List<TaskEdit> wrongValueEdits(
      Problem.Structural problem, JsonPointer pointer, JsonNode value, ExpectedShapes slot) {
    StructuralRule rule = problem.rule();
    if (value.isNull() && isOptional(pointer, slot)) {
      return List.of(new TaskEdit.Remove(pointer));
    }
    List<TaskEdit> edits = new ArrayList<>();
    Stream<JsonNode> derived =
        switch (rule) {
          case WRONG_TYPE ->
              typeConversions(value, slot).anyMatch(slot::accepts)
                  ? typeConversions(value, slot)
                  : choices(slot).size() <= MAX_PROPOSED_CHOICES
                      ? choices(slot).stream()
                      : Stream.of();
          case WRONG_FORMAT -> trimmed(value);
          case OUT_OF_RANGE -> values.nearest(slot, value).stream();
          case NOT_ALLOWED_VALUE -> allowedValues(value, slot);
          default -> Stream.of();
        };
    derived.filter(slot::accepts).forEach(v -> edits.add(new TaskEdit.SetValue(pointer, v)));
    if (rule == StructuralRule.NOT_ALLOWED_VALUE
        && value instanceof ArrayNode list
        && list.size() <= MAX_COMPARED_ITEMS) {
      edits.add(duplicateRemoval(pointer, list));
    }
    String words = authorInstruction(problem, pointer, slot);
    for (Shape shape : slot.shapes()) {
      edits.add(new TaskEdit.AuthorEdit(pointer, SampleValues.of(shape), words));
    }
    // A value in place of the author's is to fit the rules, too, where any value does.
    values
        .nearest(slot, null)
        .forEach(fits -> edits.add(new TaskEdit.AuthorEdit(pointer, fits, words)));
    if (isOptional(pointer, slot)) {
      edits.add(new TaskEdit.Remove(pointer));
    }
    return edits;
  }

  boolean isOptional(JsonPointer pointer, ExpectedShapes slot) {
    Parameter parameter = slot.parameter();
    return !pointer.isRoot() && (parameter == null || !parameter.required());
  }

  private String authorInstruction(
      Problem.Structural problem, JsonPointer pointer, ExpectedShapes slot) {
    String name = DisplayText.quotedName(JsonTree.displayPath(task, pointer));
    if (problem instanceof Problem.WrongLength wrong) {
      return wrong.length() > wrong.maximum()
          ? "shorten " + name + " to at most " + wrong.maximum() + " " + wrong.unit().noun() + "s"
          : "lengthen "
              + name
              + " to at least "
              + wrong.minimum()
              + " "
              + wrong.unit().noun()
              + "s";
    }
    return problem.rule() == StructuralRule.TOO_FEW_ITEMS
        ? "add items to " + name
        : "set " + name + " to " + Requirements.ofAny(slot.shapes()).description();
  }

  private Stream<JsonNode> typeConversions(JsonNode value, ExpectedShapes slot) {
    Stream.Builder<JsonNode> found = Stream.builder();
    if (value.isString()) {
      parseLiteral(value.stringValue().strip()).ifPresent(found);
    }
    if ((value.isNumber() || value.isBoolean()) && !hasTextFormat(slot)) {
      found.add(JSON.stringNode(literalText(value)));
    }
    if (value.isNumber() && JsonNumbers.isCalculable(JsonNumbers.decimalValue(value))) {
      BigDecimal number = JsonNumbers.decimalValue(value);
      found.add(StepRounding.toJson(StepRounding.roundDown(number, BigDecimal.ONE)));
      found.add(StepRounding.toJson(StepRounding.roundUp(number, BigDecimal.ONE)));
    }
    if (value.isArray() && value.size() == 1) {
      found.add(value.get(0));
    }
    if (slot.ofKind(Shape.Sequence.class).findAny().isPresent()) {
      found.add(JSON.arrayNode().add(value));
    }
    return found.build().distinct();
  }

  /** A number or a boolean as it is written. */
  private static String literalText(JsonNode value) {
    return value.isNumber() && JsonNumbers.isCalculable(JsonNumbers.decimalValue(value))
        ? value.decimalValue().toPlainString()
        : value.asString();
  }

  private static Stream<JsonNode> trimmed(JsonNode value) {
    String text = value.asString("");
    return text.equals(text.strip()) ? Stream.of() : Stream.of(JSON.stringNode(text.strip()));
  }

  private Stream<JsonNode> allowedValues(JsonNode value, ExpectedShapes slot) {
    List<JsonNode> all = values.nearest(slot, value);
    if (value.isNumber() && all.stream().anyMatch(JsonNode::isNumber)) {
      return all.stream().filter(JsonNode::isNumber).limit(2);
    }
    if (value.isString()) {
      Optional<JsonNode> unquoted = parseLiteral(value.stringValue().strip()).filter(slot::accepts);
      if (unquoted.isPresent()) {
        return unquoted.stream();
      }
      List<JsonNode> texts = choices(slot).stream().filter(JsonNode::isString).toList();
      Optional<String> near =
          SpellingSuggestion.nearest(
              value.stringValue().strip(), texts.stream().map(JsonNode::stringValue).toList());
      if (near.isPresent()) {
        return Stream.of(JSON.stringNode(near.get()));
      }
    }
    return all.size() <= MAX_PROPOSED_CHOICES ? all.stream() : Stream.of();
  }

  private static List<JsonNode> choices(ExpectedShapes slot) {
    return slot.ofKind(Shape.Choice.class).flatMap(choice -> choice.values().stream()).toList();
  }

  /** Whether texts here are of a certain form, which no number is meant to have. */
  private static boolean hasTextFormat(ExpectedShapes slot) {
    return slot.shapes().stream()
        .map(Requirements::of)
        .anyMatch(Requirement.InFormat.class::isInstance);
  }

  /** The number or boolean that a text spells. */
  private static Optional<JsonNode> parseLiteral(String text) {
    String word = text.toLowerCase(Locale.ROOT);
    if (word.equals("true") || word.equals("false")) {
      return Optional.of(JSON.booleanNode(word.equals("true")));
    }
    try {
      BigDecimal number = text.length() > 40 ? null : new BigDecimal(text);
      return number != null && JsonNumbers.isCalculable(number)
          ? Optional.of(StepRounding.toJson(number))
          : Optional.empty();
    } catch (NumberFormatException noNumber) {
      return Optional.empty();
    }
  }

  private TaskEdit duplicateRemoval(JsonPointer pointer, ArrayNode list) {
    TreeSet<Integer> kept = new TreeSet<>();
    for (int i = 0; i < list.size(); i++) {
      JsonNode item = list.get(i);
      if (kept.stream().noneMatch(earlier -> ReplacementValues.isEqual(list.get(earlier), item))) {
        kept.add(i);
      }
    }
    return new TaskEdit.RetainItems(
        pointer,
        kept,
        "remove the repeated items of "
            + DisplayText.quotedName(JsonTree.displayPath(task, pointer)));
  }
}
