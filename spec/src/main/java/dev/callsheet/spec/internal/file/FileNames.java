package dev.callsheet.spec.internal.file;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Names of files as text, whatever the locale of the process. */
public final class FileNames {
  /** Whether Java reads the names of files as what they are nearly everywhere. */
  private static final boolean IS_UTF8 =
      System.getProperty("sun.jnu.encoding", "UTF-8").equalsIgnoreCase("UTF-8");

  private FileNames() {}

  /**
   * A path as it is written. In a locale such as C, Java has a question mark for every byte of a
   * name that is not ASCII, and the name itself only in addresses.
   */
  public static String of(Path path) {
    String name = path.toString();
    return IS_UTF8 || name.chars().allMatch(c -> c < 0x80 && c != '?') ? name : decoded(path);
  }

  private static String decoded(Path path) {
    String address = path.toUri().getRawPath();
    int slash = address.length();
    for (int i = 0; !path.isAbsolute() && i < path.getNameCount(); i++) {
      slash = address.lastIndexOf('/', slash - 1);
    }
    String encoded = path.isAbsolute() ? address : address.substring(slash + 1);
    return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
