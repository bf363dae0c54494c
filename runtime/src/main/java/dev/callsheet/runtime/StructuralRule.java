package dev.callsheet.runtime;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The rules that no spec has to write, because they hold for every request. */
public enum StructuralRule {
  /** A parameter that the model does not have. */
  UNKNOWN_PARAMETER(
      true,
      "The model has no such parameter.",
      "Leave it out, or write the name as the model has it: the message says which one is near, or where else it belongs."),
  /** A required parameter that is not there. */
  MISSING_PARAMETER(
      false,
      "A parameter is missing that every request needs.",
      "Add it; the message says what it must be."),
  /** A value of another type than its parameter's. */
  WRONG_TYPE(
      false,
      "A value is of another type than its parameter.",
      "Write it as the message says: a number without quotes, a text in quotes, a list in brackets."),
  /** A number below its minimum, above its maximum or between its steps. */
  OUT_OF_RANGE(
      false,
      "A number is too small, too large, or between the steps.",
      "Choose one of the range that the message names."),
  /** A text that is too short or too long. */
  WRONG_LENGTH(
      false, "A text is too short or too long.", "Lengths count characters, an emoji as one."),
  /** A value that is not one of those allowed. */
  NOT_ALLOWED_VALUE(
      false, "A value is not one of those allowed.", "Choose one of those that the message names."),
  /** A text that is no UUID, URI, media input or whatever it has to be. */
  WRONG_FORMAT(
      false,
      "A text does not have the form it must have.",
      "Write a UUID, a URL, a media input or whatever the message names."),
  /** A list that is too long. */
  TOO_MANY_ITEMS(
      false, "A list is too long.", "Leave items out until it has as many as the message names."),
  /** A list that is too short. */
  TOO_FEW_ITEMS(
      false, "A list is too short.", "Add items until it has as many as the message names."),
  /** A name that stands twice in one object. */
  DUPLICATE_KEY(
      true,
      "A name stands twice in one object.",
      "JSON leaves open which of the two counts, so keep one."),
  /** A task whose UUID an earlier task of the file has. */
  DUPLICATE_TASK_UUID(
      false,
      "Two tasks of one file have the same `taskUUID`.",
      "Give each a UUID of its own: the platform refuses a UUID that it has seen, and of the second task there is no result. Tasks such as `getResponse`, which name one that was sent before, may repeat it."),
  /** A text that is not JSON. */
  MALFORMED_JSON(
      false,
      "The text is not JSON.",
      "Nothing behind the place was validated; correct it and lint again."),
  /** A task that is wrong, and too large to say where. */
  TOO_LARGE(
      false,
      "A task is wrong somewhere, and too large to say where.",
      "Pass media by URL or UUID rather than in the request itself."),
  /** A model that the catalogue does not have. */
  UNKNOWN_MODEL(
      false,
      "The model is not known.",
      "Write its id as `callsheet models` lists it, or add its spec with `--spec`."),
  /** A request that names its model, and has to stand in an envelope all the same. */
  MISSING_ENVELOPE(
      false,
      "A request does not say for which model of which platform it is.",
      "Put it in an envelope, {\"platform\": ..., \"model\": ..., \"request\": {...}}, with what is sent under `request`."),
  /** An API key in a request. */
  SECRET_IN_REQUEST(
      false,
      "A request holds an API key.",
      "Take it out and give it to the client instead, in RUNWARE_API_KEY; who can read the file can spend your money, so revoke a key that was shared."),
  /** A request that could not be validated. */
  INTERNAL_ERROR(
      false,
      "A request could not be validated because of an internal error of Callsheet.",
      "All other requests were validated. Report the fault, with the smallest request that shows it.");

  private static final Map<String, StructuralRule> BY_ID =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(StructuralRule::id, Function.identity()));

  private final String id = name().toLowerCase(Locale.ROOT).replace('_', '-');
  private final boolean pointsAtKey;
  private final String description;
  private final String advice;

  StructuralRule(boolean aboutKey, String meaning, String advice) {
    this.pointsAtKey = aboutKey;
    this.description = meaning;
    this.advice = advice;
  }

  /** The rule of that id, if it is a structural one. */
  public static Optional<StructuralRule> withId(String id) {
    return Optional.ofNullable(BY_ID.get(id));
  }

  /** The id in findings, such as {@code unknown-parameter}. */
  public String id() {
    return id;
  }

  /** What a breach means, in a sentence. */
  public String description() {
    return description;
  }

  /** What to do about it, in a sentence. */
  public String advice() {
    return advice;
  }

  /** Whether the error is in a key, rather than the value under it. */
  public boolean pointsAtKey() {
    return pointsAtKey;
  }
}
