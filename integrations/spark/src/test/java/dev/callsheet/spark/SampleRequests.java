package dev.callsheet.spark;

import java.util.UUID;

/** Requests for one model; the number decides the UUID. */
final class SampleRequests {
  static final String MODEL = "klingai:kling-video@o3-pro";

  private SampleRequests() {}

  static UUID uuid(long number) {
    return new UUID(0x7c9e6679742540deL, 0x944be07fc1000000L + number);
  }

  static String valid(long number) {
    return task(number, 5, "A lighthouse");
  }

  static String wrongDuration(long number) {
    return task(number, 99, "A lighthouse");
  }

  /** Its prompt names an element that is not there. */
  static String withWarning(long number) {
    return task(number, 5, "A lighthouse behind <<<element_1>>>");
  }

  /** Asks for the result of the task of that number. */
  static String poll(long number) {
    return "{\"taskType\":\"getResponse\",\"taskUUID\":\"" + uuid(number) + "\"}";
  }

  static String task(long number, int duration, String prompt) {
    return "{\"taskType\":\"videoInference\",\"taskUUID\":\""
        + uuid(number)
        + "\",\"model\":\""
        + MODEL
        + "\",\"positivePrompt\":\""
        + prompt
        + "\",\"width\":1920,\"height\":1080,\"duration\":"
        + duration
        + "}";
  }
}
