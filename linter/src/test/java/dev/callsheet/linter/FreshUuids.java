package dev.callsheet.linter;

import java.util.regex.Pattern;

/** The UUIDs that repairs give to tasks without one: new ones each time. */
public final class FreshUuids {
  private static final String UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  /** In the words of a repair, and as the value of its patch. */
  private static final Pattern FRESH =
      Pattern.compile("(set `taskUUID` to \\\\?\"|/taskUUID\"?[,\\s]*(?:\"value\" : )?\")" + UUID);

  private FreshUuids() {}

  /** A list of repairs, or a report in text or JSON, without them. */
  public static String masked(String text) {
    return FRESH.matcher(text).replaceAll("$1UUID");
  }

  /** Any text without any UUID. */
  public static String allMasked(String text) {
    return text.replaceAll(UUID, "UUID");
  }
}
