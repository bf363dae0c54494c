package dev.callsheet.linter.internal.repair;

import dev.callsheet.linter.repair.JsonPatchOperation;
import dev.callsheet.runtime.JsonPointer;
import dev.callsheet.runtime.internal.messages.DisplayText;
import dev.callsheet.spec.logic.JsonNumbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A change to one place of a task. */
sealed interface TaskEdit {
  /** Where. */
  JsonPointer pointer();

  /** Every place that it changes. */
  default List<JsonPointer> changedPointers() {
    return List.of(pointer());
  }

  /** What it does, as a verb and its object, which end a sentence. */
  Phrase phrase(JsonNode task);

  /** Of what kind it is, to compare it with others. */
  Kind kind();

  /** The task after it. */
  JsonNode applyTo(JsonNode task);

  /** The same as a patch of the task. */
  List<JsonPatchOperation> patchOperations(JsonNode task);

  /** Where a pointer leads after it; null where nothing is left. */
  default @Nullable JsonPointer pointerAfter(JsonPointer other) {
    return other;
  }

  /** The pointers to the values that are lost by it. */
  default Stream<JsonPointer> removedPointers(JsonNode task) {
    return Stream.empty();
  }

  /** Whether it only stands for one that somebody has to think of. */
  default boolean needsAuthor() {
    return false;
  }

  /** How far it takes a value from what it was, from 0. */
  default double distance(JsonNode task) {
    return 0;
  }

  /** The kinds of edits. */
  enum Kind {
    MOVE,
    REMOVE,
    RETAIN,
    /** A value is given to what has one, or has none yet. */
    PUT
  }

  /**
   * A verb and its object.
   *
   * @param verb the same for edits that are named together; empty where the object says it all
   */
  record Phrase(String verb, String object) {}

  private static String name(JsonNode task, JsonPointer pointer) {
    return DisplayText.quotedName(JsonTree.displayPath(task, pointer));
  }

  /** Leave something out. */
  record Remove(JsonPointer pointer) implements TaskEdit {
    @Override
    public Phrase phrase(JsonNode task) {
      return new Phrase("remove", name(task, pointer));
    }

    @Override
    public Kind kind() {
      return Kind.REMOVE;
    }

    @Override
    public Stream<JsonPointer> removedPointers(JsonNode task) {
      return Stream.of(pointer);
    }

    @Override
    public JsonNode applyTo(JsonNode task) {
      return JsonTree.without(task, pointer);
    }

    @Override
    public @Nullable JsonPointer pointerAfter(JsonPointer other) {
      return pointer.isPrefixOf(other) ? null : other;
    }

    @Override
    public List<JsonPatchOperation> patchOperations(JsonNode task) {
      return List.of(JsonPatchOperation.remove(pointer.toString()));
    }
  }

  /**
   * Give a parameter another value, or one at all.
   *
   * @param isDefault whether it is the one that it has when it is left out
   */
  record SetValue(JsonPointer pointer, JsonNode value, boolean isDefault) implements TaskEdit {
    SetValue(JsonPointer pointer, JsonNode value) {
      this(pointer, value, false);
    }

    @Override
    public Phrase phrase(JsonNode task) {
      return new Phrase("set", name(task, pointer) + " to " + DisplayText.json(value));
    }

    @Override
    public Kind kind() {
      return Kind.PUT;
    }

    @Override
    public JsonNode applyTo(JsonNode task) {
      return JsonTree.with(task, pointer, value);
    }

    boolean isAddition(JsonNode task) {
      return JsonTree.valueAt(task, pointer) == null;
    }

    @Override
    public List<JsonPatchOperation> patchOperations(JsonNode task) {
      if (!isAddition(task)) {
        return List.of(JsonPatchOperation.replace(pointer.toString(), value));
      }
      // What is not there on the way is added with it.
      int there = pointer.steps().size() - 1;
      while (there > 0 && JsonTree.valueAt(task, pointer.prefix(there)) == null) {
        there--;
      }
      JsonPointer outermost = pointer.prefix(there + 1);
      JsonNode added = JsonTree.valueAt(applyTo(task), outermost);
      return List.of(JsonPatchOperation.add(outermost.toString(), added == null ? value : added));
    }

    @Override
    public double distance(JsonNode task) {
      JsonNode before = JsonTree.valueAt(task, pointer);
      if (before == null || !before.isNumber() || !value.isNumber()) {
        return before != null
                && before.isString()
                && value.isString()
                && before
                    .stringValue()
                    .toLowerCase(Locale.ROOT)
                    .equals(value.stringValue().toLowerCase(Locale.ROOT))
            ? 0
            : 1;
      }
      double was = JsonNumbers.decimalValue(before).doubleValue();
      double is = JsonNumbers.decimalValue(value).doubleValue();
      double apart = Math.abs(was - is) / Math.max(1, Math.abs(was));
      return Double.isFinite(apart) ? apart : Double.MAX_VALUE;
    }
  }

  /**
   * Keep some items of a list and leave out the others.
   *
   * @param retainedIndices their indices
   * @param description what that is, such as {@code remove the last 2 items of `x`}
   */
  record RetainItems(JsonPointer pointer, NavigableSet<Integer> retainedIndices, String description)
      implements TaskEdit {
    @Override
    public Phrase phrase(JsonNode task) {
      return new Phrase("", description);
    }

    @Override
    public Kind kind() {
      return Kind.RETAIN;
    }

    /** An item that is the same as one that stays is not lost. */
    @Override
    public Stream<JsonPointer> removedPointers(JsonNode task) {
      JsonNode list = JsonTree.valueAt(task, pointer);
      if (list == null) {
        return Stream.empty();
      }
      return IntStream.range(0, list.size())
          .filter(index -> !retainedIndices.contains(index))
          .filter(
              index ->
                  retainedIndices.stream()
                      .noneMatch(
                          kept -> ReplacementValues.isEqual(list.get(kept), list.get(index))))
          .mapToObj(pointer::child);
    }

    @Override
    public JsonNode applyTo(JsonNode task) {
      ArrayNode items = JsonNodeFactory.instance.arrayNode();
      if (JsonTree.valueAt(task, pointer) instanceof ArrayNode list) {
        retainedIndices.forEach(index -> items.add(list.get(index)));
      }
      return JsonTree.with(task, pointer, items);
    }

    @Override
    public List<JsonPatchOperation> patchOperations(JsonNode task) {
      JsonNode list = JsonTree.valueAt(task, pointer);
      List<JsonPatchOperation> operations = new ArrayList<>();
      for (int index = list == null ? -1 : list.size() - 1; index >= 0; index--) {
        if (!retainedIndices.contains(index)) {
          operations.add(JsonPatchOperation.remove(pointer.child(index).toString()));
        }
      }
      return operations;
    }

    @Override
    public @Nullable JsonPointer pointerAfter(JsonPointer other) {
      int depth = pointer.steps().size();
      if (other.steps().size() <= depth || !pointer.isPrefixOf(other)) {
        return other;
      }
      int index = JsonPointer.indexOf(other.steps().get(depth));
      return retainedIndices.contains(index)
          ? other.withStep(depth, Integer.toString(retainedIndices.headSet(index).size()))
          : null;
    }
  }

  /**
   * Give a member the name, or the place, that it was meant to have.
   *
   * @param changed what it is there; null where that is the same
   */
  record Move(JsonPointer pointer, JsonPointer target, @Nullable JsonNode changed)
      implements TaskEdit {
    Move(JsonPointer pointer, JsonPointer target) {
      this(pointer, target, null);
    }

    boolean isRename() {
      return pointer.parent().equals(target.parent());
    }

    @Override
    public List<JsonPointer> changedPointers() {
      return List.of(pointer, target);
    }

    @Override
    public Phrase phrase(JsonNode task) {
      String to = isRename() ? target.last() : JsonTree.displayPath(task, target);
      return new Phrase(
          isRename() ? "rename" : "move",
          name(task, pointer) + " to " + DisplayText.quotedName(to));
    }

    @Override
    public Kind kind() {
      return Kind.MOVE;
    }

    @Override
    public JsonNode applyTo(JsonNode task) {
      JsonNode value = JsonTree.valueAt(task, pointer);
      if (value == null) {
        return task;
      }
      return isRename() && changed == null
          ? JsonTree.withRenamed(task, pointer, target.last())
          : JsonTree.with(
              JsonTree.without(task, pointer), target, changed == null ? value : changed);
    }

    @Override
    public @Nullable JsonPointer pointerAfter(JsonPointer other) {
      return pointer.isPrefixOf(other) ? null : other;
    }

    @Override
    public List<JsonPatchOperation> patchOperations(JsonNode task) {
      for (int depth = 1; depth < target.steps().size(); depth++) {
        JsonPointer onTheWay = target.prefix(depth);
        if (JsonTree.valueAt(task, onTheWay) == null) {
          JsonNode added = JsonTree.valueAt(applyTo(task), onTheWay);
          return added == null
              ? List.of()
              : List.of(
                  JsonPatchOperation.remove(pointer.toString()),
                  JsonPatchOperation.add(onTheWay.toString(), added));
        }
      }
      return changed == null
          ? List.of(JsonPatchOperation.move(pointer.toString(), target.toString()))
          : List.of(
              JsonPatchOperation.remove(pointer.toString()),
              JsonPatchOperation.add(target.toString(), changed));
    }
  }

  /**
   * Put the whole task in an envelope, which says what the task did not.
   *
   * @param envelope with the task in it
   */
  record Enclose(JsonNode envelope) implements TaskEdit {
    @Override
    public JsonPointer pointer() {
      return JsonPointer.ROOT;
    }

    @Override
    public Phrase phrase(JsonNode task) {
      return new Phrase("", "put the request in an envelope");
    }

    @Override
    public Kind kind() {
      return Kind.PUT;
    }

    @Override
    public JsonNode applyTo(JsonNode task) {
      return envelope;
    }

    @Override
    public List<JsonPatchOperation> patchOperations(JsonNode task) {
      return List.of(JsonPatchOperation.replace("", envelope));
    }
  }

  /**
   * Something that only the author can do.
   *
   * @param sampleValue a value like the one that is needed, to see what would come of it
   * @param instruction what to do; null when the parameter is to be added, with any value that fits
   */
  record AuthorEdit(JsonPointer pointer, JsonNode sampleValue, @Nullable String instruction)
      implements TaskEdit {
    /** Add the parameter. */
    static AuthorEdit addition(JsonPointer pointer, JsonNode sampleValue) {
      return new AuthorEdit(pointer, sampleValue, null);
    }

    @Override
    public Phrase phrase(JsonNode task) {
      return instruction == null
          ? new Phrase("add", name(task, pointer))
          : new Phrase("", instruction);
    }

    @Override
    public Kind kind() {
      return Kind.PUT;
    }

    @Override
    public JsonNode applyTo(JsonNode task) {
      return JsonTree.with(task, pointer, sampleValue);
    }

    @Override
    public List<JsonPatchOperation> patchOperations(JsonNode task) {
      return List.of();
    }

    @Override
    public boolean needsAuthor() {
      return true;
    }
  }
}
