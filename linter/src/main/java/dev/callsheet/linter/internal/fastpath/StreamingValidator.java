package dev.callsheet.linter.internal.fastpath;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Lets tasks pass by one after the other, each through the automaton of its model. A task is taken
 * to be for the model of the one before until it names another; then it passes again.
 */
final class StreamingValidator {
  private static final Utf8NameTable MODEL = new Utf8NameTable(List.of("model"));
  private static final int NONE = -1;

  private final CompiledSchemaCache schemas;
  private final JsonScanner in;
  private final ValueSkipper skipper;
  private final @Nullable ValidationState[] states;
  private final StringToken text = new StringToken();

  private int model;
  private ValidationState state = new ValidationState(0, 0, 0, 0);
  private int namedModel;
  private boolean isWrongModel;
  private boolean mayBeWrongModel;
  private boolean isFlagged;

  StreamingValidator(CompiledSchemaCache models, JsonScanner in) {
    this.schemas = models;
    this.in = in;
    this.skipper = new ValueSkipper(in, text);
    this.states = new ValidationState[models.size()];
    this.model = models.lastUsed;
  }

  /**
   * Lets the next value pass by, and says whether it is certainly a task that is right.
   *
   * @param depth how many lists it stands in
   */
  boolean validateTask(int depth) {
    if (in.peekAfterWhitespace() != '{') {
      skipper.skipValue(depth);
      return false;
    }
    long start = in.offset();
    if (model == NONE) {
      int found = findModel(depth + 1);
      if (found == NONE) {
        return false;
      }
      restartWithModel(found, start);
    }
    validateWithModel(depth, true);
    if (isWrongModel) {
      restartWithModel(namedModel, start);
      validateWithModel(depth, false);
    }
    return !isFlagged && namedModel == model;
  }

  /** The model that the object names, having passed over it. */
  private int findModel(int depth) {
    int found = NONE;
    in.position++;
    if (in.peekAfterWhitespace() == '}') {
      in.position++;
      return NONE;
    }
    do {
      boolean isModel = in.readName(MODEL, text) == 0;
      if (isModel && in.peekAfterWhitespace() == '"') {
        in.readString(text);
        found = schemas.find(text);
      } else {
        skipper.skipValue(depth);
      }
    } while (in.consumeSeparator('}'));
    return found;
  }

  private void restartWithModel(int found, long start) {
    model = found;
    schemas.lastUsed = found;
    in.seek(start);
  }

  /** Lets a task pass through the automaton; {@code open} when another model may turn up. */
  private void validateWithModel(int depth, boolean open) {
    CompiledSchema automaton = schemas.schema(model);
    ValidationState known = states[model];
    state = known == null ? automaton.newState() : known;
    states[model] = state;
    isFlagged = false;
    isWrongModel = false;
    mayBeWrongModel = open;
    namedModel = NONE;
    validateValue(automaton.request, depth);
  }

  private void validateValue(SchemaNode node, int depth) {
    if (node.rules != null) {
      node.rules.reset(state);
    }
    for (ValueObserver watch : node.observers) {
      watch.onValue(state);
    }
    int first = in.peekAfterWhitespace();
    long start = in.offset();
    switch (first) {
      case '"' -> validateString(node);
      case '{' -> validateObject(node, depth + 1);
      case '[' -> validateList(node, depth + 1);
      case 't' -> validateBoolean(node, true);
      case 'f' -> validateBoolean(node, false);
      case 'n' -> validateNull(node);
      default -> validateNumber(node);
    }
    if (node.contentObservers.length > 0 && !isFlagged && !isWrongModel) {
      observeContent(node, start);
    }
    if (node.rules != null && !isFlagged) {
      isFlagged = !node.rules.allHold(state);
    }
  }

  private void observeContent(SchemaNode node, long start) {
    JsonNode value = in.valueSince(start);
    if (value == null) {
      isFlagged = true;
      return;
    }
    for (ContentObserver watch : node.contentObservers) {
      watch.onContent(state, value);
    }
  }

  private void validateString(SchemaNode node) {
    in.readString(text);
    if (node.isModelId) {
      namedModel = schemas.find(text);
      isWrongModel = mayBeWrongModel && namedModel != NONE && namedModel != model;
    }
    if (!node.accepts(text) || node.mayHoldSecret || ApiKeyPrefilter.mayBeKey(text)) {
      isFlagged = true;
    }
    for (ValueObserver watch : node.observers) {
      watch.onString(state, text);
    }
  }

  private void validateNumber(SchemaNode node) {
    NumberToken number = in.readNumber();
    isFlagged |= !node.accepts(number);
    for (ValueObserver watch : node.observers) {
      watch.onNumber(state, number);
    }
  }

  private void validateBoolean(SchemaNode node, boolean value) {
    in.readLiteral(value ? "true" : "false");
    isFlagged |= value ? !node.allowsTrue : !node.allowsFalse;
    for (ValueObserver watch : node.observers) {
      watch.onBoolean(state, value);
    }
  }

  private void validateNull(SchemaNode node) {
    in.readLiteral("null");
    isFlagged |= !node.allowsNull;
    for (ValueObserver watch : node.observers) {
      watch.onNull(state);
    }
  }

  private void validateObject(SchemaNode node, int depth) {
    MemberTable members = node.members;
    if (members == null) {
      isFlagged = true;
      skipper.skipValue(depth - 1);
      return;
    }
    members.clear(state.seenMembers);
    in.position++;
    if (in.peekAfterWhitespace() == '}') {
      in.position++;
    } else {
      int member = members.beforeFirst();
      do {
        member = validateMember(members, member, depth);
        if (isWrongModel) {
          return;
        }
      } while (in.consumeSeparator('}'));
    }
    isFlagged |= !members.hasRequired(state.seenMembers);
    for (ValueObserver watch : node.observers) {
      watch.onObject(state);
    }
  }

  /** Lets a member pass that comes after another, and says which one it is. */
  private int validateMember(MemberTable members, int before, int depth) {
    int member = members.readName(before, in, text);
    if (member < 0) {
      isFlagged = true;
      skipper.skipValue(depth);
      return before;
    }
    isFlagged |= members.markSeen(member, state.seenMembers);
    validateValue(members.nodes[member], depth);
    return member;
  }

  private void validateList(SchemaNode node, int depth) {
    SchemaNode.ItemsSchema items = node.items;
    if (items == null) {
      isFlagged = true;
      skipper.skipValue(depth - 1);
      return;
    }
    in.position++;
    long count = 0;
    if (in.peekAfterWhitespace() == ']') {
      in.position++;
    } else {
      do {
        validateValue(items.each(), depth);
        count++;
      } while (in.consumeSeparator(']'));
    }
    isFlagged |= !items.bounds().contains(count);
    for (ValueObserver watch : node.observers) {
      watch.onList(state, count);
    }
  }
}
