package dev.callsheet.spec.repair;

import dev.callsheet.runtime.Violation;
import dev.callsheet.spec.calculus.Facet;
import dev.callsheet.spec.calculus.Numbers;
import dev.callsheet.spec.calculus.Path;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.Shape;
import dev.callsheet.spec.source.Suggestion;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Edits that may mend a parameter that is missing, unknown or of a wrong value. */
final class StructuralEdits {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** Of more allowed values than this, none is proposed unless one is like what was written. */
  private static final int FEW = 4;

  /** In longer lists, nobody looks for repetitions: that takes the square of their length. */
  private static final int MOST_COMPARED = 500;

  private final ModelSpec spec;
  private final Values values;
  private final JsonNode task;

  StructuralEdits(ModelSpec spec, Values values, JsonNode task) {
    this.spec = spec;
    this.values = values;
    this.task = task;
  }

  List<Edit> of(Violation violation) {
    Pointer pointer = Pointer.parse(violation.pointer());
    JsonNode value = pointer.in(task);
    if (value == null) {
      return List.of();
    }
    Slot slot = Slot.at(spec, pointer);
    return switch (violation.rule()) {
      case "missing-parameter" -> missing(pointer, value, slot, violation.message());
      case "unknown-parameter" -> unknown(pointer);
      case "too-many-items" -> tooManyItems(pointer, value, slot);
      default -> wrongValue(violation.rule(), pointer, value, slot);
    };
  }

  private List<Edit> missing(Pointer parent, JsonNode object, Slot slot, String message) {
    return slot.members().stream()
        .filter(member -> member.required() && !object.has(member.name()))
        .filter(
            member ->
                message.startsWith("`" + parent.child(member.name()).words(task) + "` is missing"))
        .flatMap(member -> added(parent.child(member.name())).stream())
        .toList();
  }

  /** Ways to give a parameter that is not there: values that can be derived, and the author's. */
  List<Edit> added(Pointer pointer) {
    Slot slot = Slot.at(spec, pointer);
    if (!slot.isKnown()) {
      return List.of();
    }
    List<Edit> edits = new ArrayList<>();
    JsonNode usual = slot.defaultValue().orElse(null);
    values
        .near(slot, null)
        .forEach(value -> edits.add(new Edit.Put(pointer, value, value.equals(usual))));
    boolean anyValue = slot.shapes().stream().anyMatch(shape -> !(shape instanceof Shape.Choice));
    if (anyValue || edits.isEmpty()) {
      String words = "add " + Wanted.name(pointer.words(task));
      for (Shape shape : slot.shapes()) {
        edits.add(new Edit.Ask(pointer, StandIn.of(shape), words));
      }
    }
    return edits;
  }

  private List<Edit> unknown(Pointer pointer) {
    List<Edit> edits = new ArrayList<>();
    List<String> siblings =
        Slot.at(spec, pointer.parent()).members().stream().map(Parameter::name).toList();
    Optional<Pointer> meant =
        Suggestion.nearest(pointer.last(), siblings).map(pointer.parent()::child);
    meant
        .or(() -> home(pointer.last()))
        .filter(to -> to.in(task) == null)
        .ifPresent(to -> edits.add(new Edit.Move(pointer, to)));
    edits.add(new Edit.Remove(pointer));
    return edits;
  }

  /** Where else in the model a parameter of that name belongs, unless that is within a list. */
  private Optional<Pointer> home(String name) {
    Deque<Shape> open = new ArrayDeque<>(List.of(spec.request()));
    while (!open.isEmpty()) {
      Shape shape = open.remove();
      if (shape instanceof Shape.Structure structure) {
        for (Parameter member : structure.members()) {
          if (member.name().equalsIgnoreCase(name)) {
            return Optional.of(pointer(member.path())).filter(this::hasRoom);
          }
          open.add(member.shape());
        }
      }
    }
    return Optional.empty();
  }

  /** Whether what is on the way is an object, or not there. */
  private boolean hasRoom(Pointer pointer) {
    return IntStream.range(0, pointer.steps().size())
        .mapToObj(depth -> pointer.first(depth).in(task))
        .allMatch(node -> node == null || node.isObject());
  }

  private static Pointer pointer(Path path) {
    return new Pointer(
        path.steps().stream().map(step -> ((Path.Step.Member) step).name()).toList());
  }

  private List<Edit> tooManyItems(Pointer pointer, JsonNode value, Slot slot) {
    List<Edit> edits = new ArrayList<>();
    if (value instanceof ArrayNode list) {
      values.lengths(slot, list).forEach(length -> edits.add(cut(pointer, list, length)));
    }
    return edits;
  }

  /** Leaves out the last items of a list. */
  Edit cut(Pointer pointer, ArrayNode list, int length) {
    int fewer = list.size() - length;
    Set<Integer> kept = IntStream.range(0, length).boxed().collect(Collectors.toSet());
    String name = Wanted.name(pointer.words(task));
    String words =
        fewer == 1
            ? "remove the last item of " + name
            : "remove the last " + fewer + " items of " + name;
    return new Edit.Keep(pointer, new TreeSet<>(kept), words);
  }

  private List<Edit> wrongValue(String rule, Pointer pointer, JsonNode value, Slot slot) {
    if (value.isNull() && canBeLeftOut(pointer, slot)) {
      return List.of(new Edit.Remove(pointer));
    }
    List<Edit> edits = new ArrayList<>();
    Stream<JsonNode> derived =
        switch (rule) {
          case "wrong-type" ->
              converted(value, slot).anyMatch(slot::accepts)
                  ? converted(value, slot)
                  : choices(slot).size() <= FEW ? choices(slot).stream() : Stream.of();
          case "wrong-format" -> trimmed(value);
          case "out-of-range" -> values.near(slot, value).stream();
          case "not-allowed-value" -> allowed(value, slot);
          default -> Stream.of();
        };
    derived.filter(slot::accepts).forEach(v -> edits.add(new Edit.Put(pointer, v)));
    if (rule.equals("not-allowed-value")
        && value instanceof ArrayNode list
        && list.size() <= MOST_COMPARED) {
      edits.add(withoutRepetitions(pointer, list));
    }
    String words = asked(rule, pointer, value, slot);
    for (Shape shape : slot.shapes()) {
      edits.add(new Edit.Ask(pointer, StandIn.of(shape), words));
    }
    // What stands in for the author's value is to fit the rules, too, where any value does.
    values.near(slot, null).forEach(fits -> edits.add(new Edit.Ask(pointer, fits, words)));
    if (canBeLeftOut(pointer, slot)) {
      edits.add(new Edit.Remove(pointer));
    }
    return edits;
  }

  boolean canBeLeftOut(Pointer pointer, Slot slot) {
    Parameter parameter = slot.parameter();
    return !pointer.isRoot() && (parameter == null || !parameter.required());
  }

  private String asked(String rule, Pointer pointer, JsonNode value, Slot slot) {
    String name = Wanted.name(pointer.words(task));
    for (Shape shape : slot.shapes()) {
      if (rule.equals("wrong-length") && shape instanceof Shape.Scalar scalar) {
        int length = value.asString("").codePointCount(0, value.asString("").length());
        return lengthened(name, length, scalar);
      }
    }
    return rule.equals("too-few-items")
        ? "add items to " + name
        : "set " + name + " to " + Wanted.of(slot.shapes());
  }

  private static String lengthened(String name, int length, Shape.Scalar scalar) {
    for (Facet facet : scalar.facets()) {
      Integer maximum = facet instanceof Facet.Length bounds ? bounds.maximum() : null;
      if (maximum != null && length > maximum) {
        return "shorten " + name + " to at most " + maximum + " characters";
      }
      Integer minimum = facet instanceof Facet.Length bounds ? bounds.minimum() : null;
      if (minimum != null && length < minimum) {
        return "lengthen " + name + " to at least " + minimum + " characters";
      }
    }
    return "set " + name + " to another text";
  }

  private Stream<JsonNode> converted(JsonNode value, Slot slot) {
    Stream.Builder<JsonNode> found = Stream.builder();
    if (value.isString()) {
      parsed(value.stringValue().strip()).ifPresent(found);
    }
    if ((value.isNumber() || value.isBoolean()) && !isOfForm(slot)) {
      found.add(JSON.stringNode(Wanted.shown(value)));
    }
    if (value.isNumber() && Numbers.isCalculable(Numbers.of(value))) {
      BigDecimal number = Numbers.of(value);
      found.add(Numeric.node(Numeric.downTo(number, BigDecimal.ONE)));
      found.add(Numeric.node(Numeric.upTo(number, BigDecimal.ONE)));
    }
    if (value.isArray() && value.size() == 1) {
      found.add(value.get(0));
    }
    if (slot.shapes().stream().anyMatch(Shape.Sequence.class::isInstance)) {
      found.add(JSON.arrayNode().add(value));
    }
    return found.build().distinct();
  }

  private static Stream<JsonNode> trimmed(JsonNode value) {
    String text = value.asString("");
    return text.equals(text.strip()) ? Stream.of() : Stream.of(JSON.stringNode(text.strip()));
  }

  private Stream<JsonNode> allowed(JsonNode value, Slot slot) {
    List<JsonNode> all = values.near(slot, value);
    if (value.isNumber() && all.stream().anyMatch(JsonNode::isNumber)) {
      return all.stream().filter(JsonNode::isNumber).limit(2);
    }
    if (value.isString()) {
      Optional<JsonNode> unquoted = parsed(value.stringValue().strip()).filter(slot::accepts);
      if (unquoted.isPresent()) {
        return unquoted.stream();
      }
      List<JsonNode> texts = choices(slot).stream().filter(JsonNode::isString).toList();
      Optional<String> near =
          Suggestion.nearest(
              value.stringValue().strip(), texts.stream().map(JsonNode::stringValue).toList());
      if (near.isPresent()) {
        return Stream.of(JSON.stringNode(near.get()));
      }
    }
    return all.size() <= FEW ? all.stream() : Stream.of();
  }

  private static List<JsonNode> choices(Slot slot) {
    return slot.shapes().stream()
        .filter(Shape.Choice.class::isInstance)
        .flatMap(shape -> ((Shape.Choice) shape).values().stream())
        .toList();
  }

  /** Whether texts here are of a certain form, which no number is meant to have. */
  private static boolean isOfForm(Slot slot) {
    return slot.shapes().stream()
        .filter(Shape.Scalar.class::isInstance)
        .flatMap(shape -> ((Shape.Scalar) shape).facets().stream())
        .anyMatch(facet -> facet instanceof Facet.Accepts || facet instanceof Facet.Format);
  }

  /** The number or boolean that a text spells. */
  private static Optional<JsonNode> parsed(String text) {
    String word = text.toLowerCase(Locale.ROOT);
    if (word.equals("true") || word.equals("false")) {
      return Optional.of(JSON.booleanNode(word.equals("true")));
    }
    try {
      BigDecimal number = text.length() > 40 ? null : new BigDecimal(text);
      return number != null && Numbers.isCalculable(number)
          ? Optional.of(Numeric.node(number))
          : Optional.empty();
    } catch (NumberFormatException noNumber) {
      return Optional.empty();
    }
  }

  private Edit withoutRepetitions(Pointer pointer, ArrayNode list) {
    TreeSet<Integer> kept = new TreeSet<>();
    for (int i = 0; i < list.size(); i++) {
      JsonNode item = list.get(i);
      if (kept.stream().noneMatch(earlier -> Values.same(list.get(earlier), item))) {
        kept.add(i);
      }
    }
    return new Edit.Keep(
        pointer, kept, "remove the repeated items of " + Wanted.name(pointer.words(task)));
  }
}
