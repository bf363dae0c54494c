package dev.callsheet.spec.repair;

import dev.callsheet.spec.calculus.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A change to one place of a task. */
sealed interface Edit {
  /** Where. */
  Pointer pointer();

  /** The task after it. */
  JsonNode applied(JsonNode task);

  /** The same as a patch of the task. */
  List<Operation> operations(JsonNode task);

  /** Where a pointer leads after it; null where nothing is left. */
  default @Nullable Pointer moved(Pointer other) {
    return other;
  }

  /** Whether it only stands for one that somebody has to think of. */
  default boolean isInvented() {
    return false;
  }

  /** How far it takes a value from what it was, from 0. */
  default double distance(JsonNode task) {
    return 0;
  }

  /** Leave something out. */
  record Remove(Pointer pointer) implements Edit {
    @Override
    public JsonNode applied(JsonNode task) {
      return pointer.removedFrom(task);
    }

    @Override
    public @Nullable Pointer moved(Pointer other) {
      return pointer.isAround(other) ? null : other;
    }

    @Override
    public List<Operation> operations(JsonNode task) {
      return List.of(Operation.remove(pointer.toString()));
    }
  }

  /**
   * Give a parameter another value, or one at all.
   *
   * @param usual whether it is the one that it has when it is left out
   */
  record Put(Pointer pointer, JsonNode value, boolean usual) implements Edit {
    Put(Pointer pointer, JsonNode value) {
      this(pointer, value, false);
    }

    @Override
    public JsonNode applied(JsonNode task) {
      return pointer.put(task, value);
    }

    boolean adds(JsonNode task) {
      return pointer.in(task) == null;
    }

    @Override
    public List<Operation> operations(JsonNode task) {
      if (!adds(task)) {
        return List.of(Operation.replace(pointer.toString(), value));
      }
      // What is not there on the way is added with it.
      int there = pointer.steps().size() - 1;
      while (there > 0 && pointer.first(there).in(task) == null) {
        there--;
      }
      Pointer outermost = pointer.first(there + 1);
      JsonNode added = outermost.in(applied(task));
      return List.of(Operation.add(outermost.toString(), added == null ? value : added));
    }

    @Override
    public double distance(JsonNode task) {
      JsonNode before = pointer.in(task);
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
      double was = Numbers.of(before).doubleValue();
      double is = Numbers.of(value).doubleValue();
      double apart = Math.abs(was - is) / Math.max(1, Math.abs(was));
      return Double.isFinite(apart) ? apart : Double.MAX_VALUE;
    }
  }

  /**
   * Keep some items of a list and leave out the others.
   *
   * @param kept their indices
   * @param words what that is, such as {@code remove the last 2 items of `x`}
   */
  record Keep(Pointer pointer, NavigableSet<Integer> kept, String words) implements Edit {
    @Override
    public JsonNode applied(JsonNode task) {
      ArrayNode items = JsonNodeFactory.instance.arrayNode();
      if (pointer.in(task) instanceof ArrayNode list) {
        kept.forEach(index -> items.add(list.get(index)));
      }
      return pointer.put(task, items);
    }

    @Override
    public List<Operation> operations(JsonNode task) {
      JsonNode list = pointer.in(task);
      List<Operation> operations = new ArrayList<>();
      for (int index = list == null ? -1 : list.size() - 1; index >= 0; index--) {
        if (!kept.contains(index)) {
          operations.add(Operation.remove(pointer.child(Integer.toString(index)).toString()));
        }
      }
      return operations;
    }

    @Override
    public @Nullable Pointer moved(Pointer other) {
      int depth = pointer.steps().size();
      if (other.steps().size() <= depth || !pointer.isAround(other)) {
        return other;
      }
      int index = Pointer.index(other.steps().get(depth));
      return kept.contains(index)
          ? other.with(depth, Integer.toString(kept.headSet(index).size()))
          : null;
    }
  }

  /** Give a member the name, or the place, that it was meant to have. */
  record Move(Pointer pointer, Pointer to) implements Edit {
    boolean renames() {
      return pointer.parent().equals(to.parent());
    }

    @Override
    public JsonNode applied(JsonNode task) {
      JsonNode value = pointer.in(task);
      if (value == null) {
        return task;
      }
      return renames()
          ? pointer.renamed(task, to.last())
          : to.put(pointer.removedFrom(task), value);
    }

    @Override
    public @Nullable Pointer moved(Pointer other) {
      return pointer.isAround(other) ? null : other;
    }

    @Override
    public List<Operation> operations(JsonNode task) {
      for (int depth = 1; depth < to.steps().size(); depth++) {
        Pointer onTheWay = to.first(depth);
        if (onTheWay.in(task) == null) {
          JsonNode added = onTheWay.in(applied(task));
          return added == null
              ? List.of()
              : List.of(
                  Operation.remove(pointer.toString()), Operation.add(onTheWay.toString(), added));
        }
      }
      return List.of(Operation.move(pointer.toString(), to.toString()));
    }
  }

  /**
   * Something that only the author can do.
   *
   * @param standIn a value like the one that is needed, to see what would come of it
   * @param words what to do, such as {@code add `inputs.video`}
   */
  record Ask(Pointer pointer, JsonNode standIn, String words) implements Edit {
    @Override
    public JsonNode applied(JsonNode task) {
      return pointer.put(task, standIn);
    }

    @Override
    public List<Operation> operations(JsonNode task) {
      return List.of();
    }

    @Override
    public boolean isInvented() {
      return true;
    }
  }
}
