package dev.callsheet.spec.lint.scan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Lets tasks pass by one after the other, each through the automaton of its model. A task is taken
 * to be for the model of the one before until it names another; then it passes again.
 */
final class Pass {
  private static final NameTable MODEL = new NameTable(List.of("model"));
  private static final int NONE = -1;

  private final Models models;
  private final JsonScanner in;
  private final Skipping skipping;
  private final @Nullable State[] states;
  private final Text text = new Text();

  private int model;
  private State state = new State(0, 0, 0, 0);
  private int named;
  private boolean misled;
  private boolean mayMislead;
  private boolean suspect;

  Pass(Models models, JsonScanner in) {
    this.models = models;
    this.in = in;
    this.skipping = new Skipping(in, text);
    this.states = new State[models.size()];
    this.model = models.last;
  }

  /**
   * Lets the next value pass by, and says whether it is certainly a task that is right.
   *
   * @param depth how many lists it stands in
   */
  boolean task(int depth) {
    if (in.peek() != '{') {
      skipping.value(depth);
      return false;
    }
    long start = in.offset();
    if (model == NONE) {
      int found = skim(depth + 1);
      if (found == NONE) {
        return false;
      }
      begin(found, start);
    }
    pass(depth, true);
    if (misled) {
      begin(named, start);
      pass(depth, false);
    }
    return !suspect && named == model;
  }

  /** The model that the object names, having passed over it. */
  private int skim(int depth) {
    int found = NONE;
    in.at++;
    if (in.peek() == '}') {
      in.at++;
      return NONE;
    }
    do {
      boolean isModel = in.name(MODEL, text) == 0;
      if (isModel && in.peek() == '"') {
        in.string(text);
        found = models.find(text);
      } else {
        skipping.value(depth);
      }
    } while (in.another('}'));
    return found;
  }

  private void begin(int found, long start) {
    model = found;
    models.last = found;
    in.seek(start);
  }

  /** Lets a task pass through the automaton; {@code open} when another model may turn up. */
  private void pass(int depth, boolean open) {
    Automaton automaton = models.automaton(model);
    State known = states[model];
    state = known == null ? automaton.newState() : known;
    states[model] = state;
    suspect = false;
    misled = false;
    mayMislead = open;
    named = NONE;
    value(automaton.request, depth);
  }

  private void value(Node node, int depth) {
    if (node.rules != null) {
      node.rules.begin(state);
    }
    for (Watch watch : node.watches) {
      watch.arrive(state);
    }
    int first = in.peek();
    long start = in.offset();
    switch (first) {
      case '"' -> string(node);
      case '{' -> object(node, depth + 1);
      case '[' -> list(node, depth + 1);
      case 't' -> truth(node, true);
      case 'f' -> truth(node, false);
      case 'n' -> nothing(node);
      default -> number(node);
    }
    if (node.insideWatches.length > 0 && !suspect && !misled) {
      lookInside(node, start);
    }
    if (node.rules != null && !suspect) {
      suspect = !node.rules.hold(state);
    }
  }

  private void lookInside(Node node, long start) {
    JsonNode value = in.passed(start);
    if (value == null) {
      suspect = true;
      return;
    }
    for (InsideWatch watch : node.insideWatches) {
      watch.value(state, value);
    }
  }

  private void string(Node node) {
    in.string(text);
    if (node.isModel) {
      named = models.find(text);
      misled = mayMislead && named != NONE && named != model;
    }
    if (!node.accepts(text) || node.isTellTale || KeyLike.is(text)) {
      suspect = true;
    }
    for (Watch watch : node.watches) {
      watch.text(state, text);
    }
  }

  private void number(Node node) {
    NumberToken number = in.number();
    suspect |= !node.accepts(number);
    for (Watch watch : node.watches) {
      watch.number(state, number);
    }
  }

  private void truth(Node node, boolean value) {
    in.literal(value ? "true" : "false");
    suspect |= value ? !node.allowsTrue : !node.allowsFalse;
    for (Watch watch : node.watches) {
      watch.truth(state, value);
    }
  }

  private void nothing(Node node) {
    in.literal("null");
    suspect |= !node.allowsNull;
    for (Watch watch : node.watches) {
      watch.nothing(state);
    }
  }

  private void object(Node node, int depth) {
    Members members = node.members;
    if (members == null) {
      suspect = true;
      skipping.value(depth - 1);
      return;
    }
    members.clear(state.seen);
    in.at++;
    if (in.peek() == '}') {
      in.at++;
    } else {
      int member = members.none();
      do {
        member = member(members, member, depth);
        if (misled) {
          return;
        }
      } while (in.another('}'));
    }
    suspect |= !members.hasRequired(state.seen);
    for (Watch watch : node.watches) {
      watch.object(state);
    }
  }

  /** Lets a member pass that comes after another, and says which one it is. */
  private int member(Members members, int before, int depth) {
    int member = members.next(before, in, text);
    if (member < 0) {
      suspect = true;
      skipping.value(depth);
      return before;
    }
    suspect |= members.isRepeated(member, state.seen);
    value(members.nodes[member], depth);
    return member;
  }

  private void list(Node node, int depth) {
    Node.Items items = node.items;
    if (items == null) {
      suspect = true;
      skipping.value(depth - 1);
      return;
    }
    in.at++;
    long count = 0;
    if (in.peek() == ']') {
      in.at++;
    } else {
      do {
        value(items.each(), depth);
        count++;
      } while (in.another(']'));
    }
    suspect |= !items.bounds().hold(count);
    for (Watch watch : node.watches) {
      watch.list(state, count);
    }
  }
}
