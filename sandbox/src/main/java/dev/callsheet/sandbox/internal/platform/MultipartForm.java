package dev.callsheet.sandbox.internal.platform;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A body of the type {@code multipart/form-data} (RFC 7578), as clients send it. Jetty's own class
 * for this differs between 12.0 and 12.1.
 *
 * @param parts in the order in which they came
 */
record MultipartForm(List<Part> parts) {
  private static final Pattern BOUNDARY =
      Pattern.compile(
          "multipart/form-data;.*boundary=\"?([^\";,]+)\"?.*", Pattern.CASE_INSENSITIVE);
  private static final Pattern NAME = Pattern.compile("[; ]name=\"([^\"]*)\"");
  private static final Pattern FILE_NAME = Pattern.compile("[; ]filename\\*?=");
  private static final Pattern TYPE =
      Pattern.compile("content-type: *([^\r\n;]+)", Pattern.CASE_INSENSITIVE);

  private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);

  MultipartForm {
    parts = List.copyOf(parts);
  }

  /**
   * A part of a form.
   *
   * @param isFile whether it has the name of a file
   * @param mediaType as the client says it; null where it does not
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared, and not copied, as it may be large
  record Part(String name, boolean isFile, @Nullable String mediaType, byte[] bytes) {
    String text() {
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  /** The first file; empty where there is none. */
  Optional<Part> file() {
    return parts.stream().filter(Part::isFile).findFirst();
  }

  /** The form in a body of that type; empty where it is of another. */
  static Optional<MultipartForm> parse(String contentType, byte[] body) {
    Matcher boundary = BOUNDARY.matcher(contentType);
    if (!boundary.matches()) {
      return Optional.empty();
    }
    byte[] delimiter = ("--" + boundary.group(1)).getBytes(StandardCharsets.ISO_8859_1);
    byte[] end = ("\r\n--" + boundary.group(1)).getBytes(StandardCharsets.ISO_8859_1);
    List<Part> parts = new ArrayList<>();
    int start = indexOf(body, delimiter, 0);
    while (start >= 0) {
      int head = start + delimiter.length;
      int headEnd = indexOf(body, END_OF_HEAD, head);
      int content = headEnd + END_OF_HEAD.length;
      int next = headEnd < 0 ? -1 : indexOf(body, end, headEnd);
      if (next < content) {
        break;
      }
      part(
              new String(body, head, headEnd - head, StandardCharsets.UTF_8),
              Arrays.copyOfRange(body, content, next))
          .ifPresent(parts::add);
      start = next + 2;
    }
    return Optional.of(new MultipartForm(parts));
  }

  private static int indexOf(byte[] body, byte[] sought, int from) {
    for (int i = from; i <= body.length - sought.length; i++) {
      if (Arrays.equals(body, i, i + sought.length, sought, 0, sought.length)) {
        return i;
      }
    }
    return -1;
  }

  private static Optional<Part> part(String head, byte[] content) {
    String disposition =
        head.lines()
            .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-disposition:"))
            .findFirst()
            .orElse("");
    Matcher name = NAME.matcher(disposition);
    Matcher type = TYPE.matcher(head);
    return name.find()
        ? Optional.of(
            new Part(
                name.group(1),
                FILE_NAME.matcher(disposition).find(),
                type.find() ? type.group(1).strip() : null,
                content))
        : Optional.empty();
  }
}
