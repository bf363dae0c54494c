package dev.callsheet.linter.internal.fastpath;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.callsheet.linter.internal.scan.UuidBits;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Validates tasks one after the other, each against the compiled schema of its model, in one pass
 * over the bytes.
 *
 * <p>The model of a task is known only once its member {@code model} has been read, which may come
 * last. Tasks in a row mostly have the same model; so the schema of the task before is tried, and
 * when the task names another model, it is read again from its start with the schema of that one.
 * The cost of a wrong guess is the bytes up to {@code model}. For the first task of all, the model
 * is searched for first.
 *
 * <p>A task that is flagged is still read to its end, as the next one begins there. Time is linear
 * in the bytes; a pass allocates nothing after the first task of each model, except for values that
 * the fast forms do not decide (decimals, unusual strings, content of lists that rules look into).
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
  private boolean isUuidKnown;

  /** The UUID of the task that was validated last, and where it stands; NONE when it has none. */
  final UuidBits taskUuid = new UuidBits();

  long taskUuidOffset;

  /**
   * Whether the UUIDs of all tasks since this was set are known, also of those that are flagged.
   * They are not where something else decides whether a task has one: a member that is there twice,
   * a kind of task or a model that is unknown here.
   */
  boolean knowsUuids;

  StreamingValidator(CompiledSchemaCache schemas, JsonScanner in) {
    this.schemas = schemas;
    this.in = in;
    this.skipper = new ValueSkipper(in, text);
    this.states = new ValidationState[schemas.size()];
    this.model = schemas.lastUsed;
  }

  /**
   * Reads the next value, and returns whether it is certainly a valid task.
   *
   * @param depth how many lists it is nested in
   */
  boolean validateTask(int depth) {
    taskUuidOffset = NONE;
    if (in.peekAfterWhitespace() != '{') {
      skipper.skipValue(depth);
      return false;
    }
    long start = in.offset();
    if (model == NONE) {
      int found = findModel(depth + 1);
      if (found == NONE) {
        knowsUuids = false;
        return false;
      }
      restartWithModel(found, start);
    }
    validateWithModel(depth, true);
    if (isWrongModel) {
      restartWithModel(namedModel, start);
      validateWithModel(depth, false);
    }
    knowsUuids &= isUuidKnown && namedModel == model;
    return !isFlagged && namedModel == model;
  }

  /** The index of the model that the task was validated by which was last. */
  int taskModel() {
    return model;
  }

  /** Reads an object, and returns the index of the model that it names. */
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

  private void restartWithModel(int next, long start) {
    model = next;
    schemas.lastUsed = next;
    in.seek(start);
  }

  /** Reads a task; it stops at the name of another model when {@code guessed}. */
  private void validateWithModel(int depth, boolean guessed) {
    CompiledSchema schema = schemas.schema(model);
    ValidationState known = states[model];
    state = known == null ? schema.newState() : known;
    states[model] = state;
    isFlagged = false;
    isUuidKnown = schema.hasTaskUuid;
    isWrongModel = false;
    mayBeWrongModel = guessed;
    namedModel = NONE;
    validateValue(schema.request, depth);
  }

  private void validateValue(SchemaNode node, int depth) {
    if (node.rules != null) {
      node.rules.reset(state);
    }
    for (ValueObserver observer : node.observers) {
      observer.onValue(state);
    }
    isFlagged |= node.mayHoldSecret;
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
    for (ContentObserver observer : node.contentObservers) {
      observer.onContent(state, value);
    }
  }

  private void validateString(SchemaNode node) {
    in.readString(text);
    if (node.isModelId) {
      namedModel = schemas.find(text);
      isWrongModel = mayBeWrongModel && namedModel != NONE && namedModel != model;
    }
    if (node.isTaskUuid) {
      readTaskUuid();
    }
    if (!node.accepts(text)) {
      isFlagged = true;
      isUuidKnown &= !node.isTaskType;
    }
    isFlagged |= ApiKeyPrefilter.mayBeKey(text);
    for (ValueObserver observer : node.observers) {
      observer.onString(state, text);
    }
  }

  private void readTaskUuid() {
    if (text.longString == null) {
      byte[] value = text.hasEscapes ? text.value().getBytes(UTF_8) : text.bytes;
      int from = text.hasEscapes ? 0 : text.from;
      int to = text.hasEscapes ? value.length : text.to;
      int quoted = text.to - text.from + 2;
      taskUuidOffset = taskUuid.read(value, from, to) ? in.offset() - quoted : NONE;
    }
  }

  private void validateNumber(SchemaNode node) {
    NumberToken number = in.readNumber();
    isFlagged |= !node.accepts(number);
    for (ValueObserver observer : node.observers) {
      observer.onNumber(state, number);
    }
  }

  private void validateBoolean(SchemaNode node, boolean value) {
    in.readLiteral(value ? "true" : "false");
    isFlagged |= value ? !node.allowsTrue : !node.allowsFalse;
    for (ValueObserver observer : node.observers) {
      observer.onBoolean(state, value);
    }
  }

  private void validateNull(SchemaNode node) {
    in.readLiteral("null");
    isFlagged |= !node.allowsNull;
    for (ValueObserver observer : node.observers) {
      observer.onNull(state);
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
    for (ValueObserver observer : node.observers) {
      observer.onObject(state);
    }
  }

  /** Reads a member that follows another, and returns its index. */
  private int validateMember(MemberTable members, int previous, int depth) {
    int member = members.readName(previous, in, text);
    if (member < 0) {
      isFlagged = true;
      skipper.skipValue(depth);
      return previous;
    }
    if (members.markSeen(member, state.seenMembers)) {
      isFlagged = true;
      isUuidKnown = false;
    }
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
    for (ValueObserver observer : node.observers) {
      observer.onList(state, count);
    }
  }
}
