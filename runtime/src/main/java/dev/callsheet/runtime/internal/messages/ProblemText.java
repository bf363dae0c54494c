package dev.callsheet.runtime.internal.messages;

import dev.callsheet.runtime.internal.secrets.SecretNames;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sentences that say what is wrong and what would be right, for the checker, the linter and the
 * sandbox alike.
 */
public final class ProblemText {
  /** A task holds an API key. */
  private static final String API_KEY =
      " holds an API key; keep it out of requests and give it to the client instead";

  private ProblemText() {}

  /** A rule is broken: its own sentence, then what it found. */
  public static String brokenRule(String sentence, List<String> observations) {
    return observations.isEmpty() ? sentence : sentence + " " + String.join(" ", observations);
  }

  /** A parameter is missing. */
  public static String missing(String path, String obligation) {
    return DisplayText.parameterName(path) + " is missing; it must " + obligation;
  }

  /** No parameter has this name; perhaps another was meant. */
  public static String unknownParameter(String path, @Nullable String suggestion) {
    return DisplayText.parameterName(path)
        + " is not a parameter of this model"
        + didYouMean(suggestion == null ? null : DisplayText.quotedName(suggestion));
  }

  /** A parameter has a name of earlier days. */
  public static String legacyParameter(String path, String name) {
    return DisplayText.parameterName(path)
        + " is an old name of "
        + DisplayText.quotedName(name)
        + ", which is still accepted";
  }

  /** A kind of task has a name of earlier days. */
  public static String legacyTask(String path, String value, String replacement) {
    return named(path, value)
        + ", an old name of "
        + DisplayText.value(replacement)
        + ", which is still accepted";
  }

  /** No parameter has this name, which does not keep the request from being sent. */
  public static String unrecognizedParameter(String path) {
    return DisplayText.parameterName(path)
        + " is not a parameter of this model as far as is known; it is sent as it is";
  }

  /** A value is not what it must be. */
  public static String wrongValue(String path, Object value, String obligation, String hint) {
    return named(path, value) + "; it must " + obligation + hint;
  }

  /** What to do about a value of the wrong type; empty when there is nothing to say. */
  public static String hint(String hint) {
    return hint.isEmpty() ? "" : "; " + hint;
  }

  /** The allowed value that was probably meant; empty when there is none. */
  public static String suggestion(@Nullable Object value) {
    return didYouMean(value == null ? null : DisplayText.value(value));
  }

  /** What a value is instead of what it must be; empty where that is not known. */
  public static String found(@Nullable String what) {
    return what == null ? "" : ", and this is " + DisplayText.line(what);
  }

  /** There are too few or too many of something. */
  public static String wrongCount(String path, int count, String noun, int minimum, int maximum) {
    return DisplayText.parameterName(path)
        + " has "
        + CountText.of(count, noun)
        + "; it "
        + RequirementText.count(minimum, maximum);
  }

  /** A value has more than one of the shapes of which it must have exactly one. */
  public static String ambiguous(String path, Object value, int alternatives) {
    return named(path, value)
        + ", which fits "
        + alternatives
        + " of its forms; it must fit exactly one";
  }

  /** No model has this id. */
  public static String unknownModel(
      String id, @Nullable String platform, @Nullable String suggestion) {
    return DisplayText.quotedName(id)
        + " is not a known model"
        + (platform == null ? "" : " of " + DisplayText.quotedName(platform))
        + didYouMean(suggestion == null ? null : DisplayText.quotedName(suggestion));
  }

  /** Nothing says for which model a request is. */
  public static String missingModel() {
    return "`model` is missing; it must be "
        + RequirementText.MODEL_ID
        + ". A request of a platform that is told its model elsewhere stands in an envelope: "
        + envelope("...", "...");
  }

  /** A request names a model, and has to stand in an envelope all the same. */
  public static String missingEnvelope(String id, List<String> platforms) {
    String model = DisplayText.quotedName(id);
    List<String> names = platforms.stream().map(DisplayText::quotedName).toList();
    return platforms.size() == 1
        ? model
            + " is a model of "
            + names.get(0)
            + ", whose requests do not name it; put the request in an envelope: "
            + envelope(DisplayText.value(platforms.get(0)), DisplayText.value(id))
        : model
            + " is a model of "
            + DisplayText.enumeration(names, "and")
            + "; say which you mean, in an envelope: "
            + envelope(DisplayText.value(platforms.get(0)), DisplayText.value(id));
  }

  /** An envelope has no such member; perhaps another was meant. */
  public static String unknownEnvelopeMember(String path, @Nullable String suggestion) {
    return DisplayText.parameterName(path)
        + " is not a member of an envelope, which has `platform`, `model` and, with all that is"
        + " sent, `request`"
        + didYouMean(suggestion == null ? null : DisplayText.quotedName(suggestion));
  }

  private static String envelope(String platform, String model) {
    return "{\"platform\": " + platform + ", \"model\": " + model + ", \"request\": {...}}";
  }

  /** A name stands twice in one object. */
  public static String duplicateKey(String name) {
    return DisplayText.quotedName(name) + " is given twice in one object; keep one of them";
  }

  /** A task has the UUID of an earlier task. */
  public static String repeatedTaskUuid(String path, String uuid) {
    return named(path, uuid)
        + ", which an earlier task in this file has; a UUID is accepted once, so give each task its"
        + " own";
  }

  /** A text is not JSON. */
  public static String malformedJson(String reason) {
    return "This is not JSON: " + reason;
  }

  /** A task is wrong somewhere, and too large to say where. */
  public static String tooLarge(long bytes) {
    return "this task is wrong somewhere, and with its "
        + (bytes >> 20)
        + " MB too large to say where";
  }

  /** A task could not be validated. */
  public static String notValidated(String cause) {
    return "this task could not be validated, by an internal error of Callsheet: " + cause;
  }

  /** A value is an API key. */
  public static String apiKey(String path) {
    return DisplayText.parameterName(path) + API_KEY;
  }

  /** Only the published wording of a rule is broken. */
  public static String brokenWording(
      String rule, @Nullable String contradicted, @Nullable String note) {
    return "This breaks only the published wording of rule `"
        + rule
        + "`, not what is enforced"
        + (contradicted == null
            ? ""
            : "; taken literally, that wording contradicts rule `" + contradicted + "`")
        + "."
        + (note == null ? "" : " " + note);
  }

  private static String named(String path, Object value) {
    String name = path.substring(path.lastIndexOf('.') + 1);
    return DisplayText.parameterName(path)
        + " is "
        + (SecretNames.isSecretName(name) ? "not shown" : DisplayText.value(value));
  }

  private static String didYouMean(@Nullable String shown) {
    return shown == null ? "" : "; did you mean " + shown + "?";
  }
}
