package dev.callsheet.runtime;

import dev.callsheet.runtime.internal.messages.ProblemText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a request, as data. Values are kept as they are, and shortened and escaped
 * only in the {@linkplain Violation#message() message}; they are JSON nodes, or what Java has for
 * them.
 */
public sealed interface Problem {
  /**
   * What is wrong and what would be right, in one sentence.
   *
   * @param pointer to the value that it is about
   */
  String message(JsonPointer pointer);

  /** A problem of one value, whatever the model; each kind belongs to one structural rule. */
  sealed interface Structural extends Problem {
    /** The rule that is broken. */
    StructuralRule rule();
  }

  /**
   * A rule of the model is broken.
   *
   * @param sentence the rule's own, which says what would be right
   * @param observations what the rule found, where it says only what must be
   */
  record BrokenRule(String sentence, List<Observation> observations) implements Problem {
    /** Copies the list, so that a problem never changes. */
    public BrokenRule {
      observations = List.copyOf(observations);
    }

    /** Nothing was found but that the rule is broken. */
    public BrokenRule(String sentence) {
      this(sentence, List.of());
    }

    @Override
    public String message(JsonPointer pointer) {
      return ProblemText.brokenRule(
          sentence, observations.stream().map(Observation::sentence).toList());
    }
  }

  /**
   * What was published of a rule is broken, not what is enforced.
   *
   * @param contradicts the id of the rule that the published wording contradicts, if any
   */
  record BrokenWording(String rule, @Nullable String contradicts, @Nullable String note)
      implements Problem {
    @Override
    public String message(JsonPointer pointer) {
      return ProblemText.brokenWording(rule, contradicts, note);
    }
  }

  /** A member of the object at the pointer is missing. */
  record MissingParameter(String name, Requirement.Description requirement) implements Structural {
    @Override
    public StructuralRule rule() {
      return StructuralRule.MISSING_PARAMETER;
    }

    @Override
    public String message(JsonPointer pointer) {
      return ProblemText.missing(pointer.child(name).path(), requirement.obligation());
    }
  }

  /**
   * The model has no such parameter.
   *
   * @param suggestion the dotted path or the name that was probably meant
   */
  record UnknownParameter(@Nullable String suggestion) implements Structural {
    @Override
    public StructuralRule rule() {
      return StructuralRule.UNKNOWN_PARAMETER;
    }

    @Override
    public String message(JsonPointer pointer) {
      return ProblemText.unknownParameter(pointer.path(), suggestion);
    }
  }

  /**
   * A parameter stands under a name of earlier days, which the platform still takes.
   *
   * @param name its name of today, as a path from the request
   */
  record LegacyParameter(String name) implements Structural {
    @Override
    public StructuralRule rule() {
      return StructuralRule.UNKNOWN_PARAMETER;
    }

    @Override
    public String message(JsonPointer pointer) {
      return ProblemText.legacyParameter(pointer.path(), name);
    }
  }

  /**
   * A kind of task is called as in earlier days, which the platform still takes.
   *
   * @param value what it was called
   * @param replacement its name of today
   */
  record LegacyTask(String value, String replacement) implements Structural {
    @Override
    public StructuralRule rule() {
      return StructuralRule.NOT_ALLOWED_VALUE;
    }

    @Override
    public String message(JsonPointer pointer) {
      return ProblemText.legacyTask(pointer.path(), value, replacement);
    }
  }

  /** The generated classes do not have such a parameter; it is sent all the same. */
  record UnrecognizedParameter() implements Structural {
    @Override
    public StructuralRule rule() {
      return StructuralRule.UNKNOWN_PARAMETER;
    }

    @Override
    public String message(JsonPointer pointer) {
      return ProblemText.unrecognizedParameter(pointer.path());
    }
  }

  /** A value is of another type than it must be. */
  record WrongType(Object value, Requirement.Description requirement, TypeHint hint)
      implements Structural {
    @Override
    public StructuralRule rule() {
      return StructuralRule.WRONG_TYPE;
    }

    @Override
    public String message(JsonPointer pointer) {
      return ProblemText.wrongValue(
          pointer.path(), value, requirement.obligation(), ProblemText.hint(hint.words));
    }
  }

  /**
   * A value of the right type is not what it must be.
   *
   * @param suggestion the allowed value that was probably meant, if any
   * @param found what it is instead, such as {@code video/mp4}, where that can be told
   */
  record WrongValue(
      Object value, Requirement requirement, @Nullable Object suggestion, @Nullable String found)
      implements Structural {
    /** A value of which cannot be told what it is. */
    public WrongValue(Object value, Requirement requirement, @Nullable Object suggestion) {
      this(value, requirement, suggestion, null);
    }

    /** Nothing is suggested. */
    public WrongValue(Object value, Requirement requirement) {
      this(value, requirement, null, null);
    }

    @Override
    public StructuralRule rule() {
      return requirement.rule();
    }

    @Override
    public String message(JsonPointer pointer) {
      return ProblemText.wrongValue(
          pointer.path(),
          value,
          requirement.obligation(),
          ProblemText.found(found) + ProblemText.suggestion(suggestion));
    }
  }

  /**
   * A string is too short or too long.
   *
   * @param maximum {@link Integer#MAX_VALUE} when there is none
   * @param unit of the length and its bounds
   */
  record WrongLength(int length, int minimum, int maximum, LengthUnit unit) implements Structural {
    @Override
    public StructuralRule rule() {
      return StructuralRule.WRONG_LENGTH;
    }

    @Override
    public String message(JsonPointer pointer) {
      return ProblemText.wrongCount(pointer.path(), length, unit.noun(), minimum, maximum);
    }
  }

  /**
   * A list has too few or too many items.
   *
   * @param maximum {@link Integer#MAX_VALUE} when there is none
   */
  record WrongItemCount(int count, int minimum, int maximum) implements Structural {
    @Override
    public StructuralRule rule() {
      return count < minimum ? StructuralRule.TOO_FEW_ITEMS : StructuralRule.TOO_MANY_ITEMS;
    }

    @Override
    public String message(JsonPointer pointer) {
      return ProblemText.wrongCount(pointer.path(), count, "item", minimum, maximum);
    }
  }

  /**
   * An object has too few or too many members.
   *
   * @param maximum {@link Integer#MAX_VALUE} when there is none
   */
  record WrongMemberCount(int count, int minimum, int maximum) implements Structural {
    @Override
    public StructuralRule rule() {
      return count < minimum ? StructuralRule.TOO_FEW_ITEMS : StructuralRule.TOO_MANY_ITEMS;
    }

    @Override
    public String message(JsonPointer pointer) {
      return ProblemText.wrongCount(pointer.path(), count, "member", minimum, maximum);
    }
  }

  /** A value has several of the shapes of which it must have exactly one. */
  record AmbiguousValue(Object value, int matchingShapes) implements Structural {
    @Override
    public StructuralRule rule() {
      return StructuralRule.NOT_ALLOWED_VALUE;
    }

    @Override
    public String message(JsonPointer pointer) {
      return ProblemText.ambiguous(pointer.path(), value, matchingShapes);
    }
  }

  /**
   * No model has this id.
   *
   * @param platform the name of the platform that has none; null when no platform has one
   * @param suggestion the id that was probably meant
   */
  record UnknownModel(String id, @Nullable String platform, @Nullable String suggestion)
      implements Structural {
    @Override
    public StructuralRule rule() {
      return StructuralRule.UNKNOWN_MODEL;
    }

    @Override
    public String message(JsonPointer pointer) {
      return ProblemText.unknownModel(id, platform, suggestion);
    }
  }

  /** Nothing says for which model a request is: neither itself nor an envelope around it. */
  record MissingModel() implements Structural {
    @Override
    public StructuralRule rule() {
      return StructuralRule.MISSING_PARAMETER;
    }

    @Override
    public String message(JsonPointer pointer) {
      return ProblemText.missingModel();
    }
  }

  /**
   * A request names a model, and has to stand in an envelope all the same.
   *
   * @param id the model's id
   * @param platforms the names of the platforms that have a model of that id: one, whose requests
   *     do not name their model, or several
   */
  record MissingEnvelope(String id, List<String> platforms) implements Structural {
    /** Copies the list, so that a problem never changes. */
    public MissingEnvelope {
      platforms = List.copyOf(platforms);
    }

    @Override
    public StructuralRule rule() {
      return StructuralRule.MISSING_ENVELOPE;
    }

    @Override
    public String message(JsonPointer pointer) {
      return ProblemText.missingEnvelope(id, platforms);
    }
  }

  /**
   * An envelope has no such member.
   *
   * @param suggestion the member that was probably meant
   */
  record UnknownEnvelopeMember(@Nullable String suggestion) implements Structural {
    @Override
    public StructuralRule rule() {
      return StructuralRule.UNKNOWN_PARAMETER;
    }

    @Override
    public String message(JsonPointer pointer) {
      return ProblemText.unknownEnvelopeMember(pointer.path(), suggestion);
    }
  }

  /** A name stands twice in one object. */
  record DuplicateKey(String name) implements Structural {
    @Override
    public StructuralRule rule() {
      return StructuralRule.DUPLICATE_KEY;
    }

    @Override
    public String message(JsonPointer pointer) {
      return ProblemText.duplicateKey(name);
    }
  }

  /** A task has the UUID of an earlier task. */
  record RepeatedTaskUuid(String uuid) implements Structural {
    @Override
    public StructuralRule rule() {
      return StructuralRule.DUPLICATE_TASK_UUID;
    }

    @Override
    public String message(JsonPointer pointer) {
      return ProblemText.repeatedTaskUuid(pointer.path(), uuid);
    }
  }

  /** A text is not JSON. */
  record MalformedJson(String reason) implements Structural {
    @Override
    public StructuralRule rule() {
      return StructuralRule.MALFORMED_JSON;
    }

    @Override
    public String message(JsonPointer pointer) {
      return ProblemText.malformedJson(reason);
    }
  }

  /** A task is wrong somewhere, and too large to say where. */
  record TooLarge(long bytes) implements Structural {
    @Override
    public StructuralRule rule() {
      return StructuralRule.TOO_LARGE;
    }

    @Override
    public String message(JsonPointer pointer) {
      return ProblemText.tooLarge(bytes);
    }
  }

  /** A value is an API key, which is therefore not kept here. */
  record ApiKey() implements Structural {
    @Override
    public StructuralRule rule() {
      return StructuralRule.SECRET_IN_REQUEST;
    }

    @Override
    public String message(JsonPointer pointer) {
      return ProblemText.apiKey(pointer.path());
    }
  }

  /**
   * A task could not be validated, for a reason that lies with the validator.
   *
   * @param cause what went wrong there
   */
  record NotValidated(String cause) implements Structural {
    @Override
    public StructuralRule rule() {
      return StructuralRule.INTERNAL_ERROR;
    }

    @Override
    public String message(JsonPointer pointer) {
      return ProblemText.notValidated(cause);
    }
  }

  /** What to do about a value of the wrong type. */
  enum TypeHint {
    /** Nothing special. */
    NONE(""),
    /** A parameter that is not wanted is left out, not null. */
    LEAVE_OUT("leave it out instead of giving null"),
    /** A number or a boolean stands in quotes. */
    REMOVE_QUOTES("leave the quotes out"),
    /** An item stands where the list belongs. */
    PUT_IN_BRACKETS("put it in brackets");

    private final String words;

    TypeHint(String words) {
      this.words = words;
    }
  }
}
