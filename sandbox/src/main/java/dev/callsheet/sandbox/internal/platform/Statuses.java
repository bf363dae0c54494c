package dev.callsheet.sandbox.internal.platform;

import dev.callsheet.runtime.protocol.Condition;
import dev.callsheet.runtime.protocol.PlatformProtocol;
import java.util.List;
import java.util.stream.Stream;

/** Chooses HTTP statuses by what a description says of them. */
final class Statuses {
  private static final String HTTP = "HTTP ";

  private Statuses() {}

  /** One that a list such as {@code [404]} or {@code [5xx]} names; the list is not empty. */
  static int any(List<String> patterns) {
    return number(patterns.get(0));
  }

  private static int number(String pattern) {
    return Integer.parseInt(pattern.replace("xx", "00"));
  }

  /**
   * The status of a refusal: one that the description gives the class, if it proves that nothing
   * was taken.
   *
   * @param name of the class, such as {@code auth}
   * @param usual the status where the description does not decide
   */
  static int ofRefusal(PlatformProtocol protocol, String name, int usual) {
    List<Integer> ofClass =
        protocol.classes().getOrDefault(name, List.of()).stream()
            .filter(Statuses::isStatus)
            .map(pattern -> number(pattern.substring(HTTP.length())))
            .toList();
    return ofClass.isEmpty() || ofClass.contains(usual)
        ? usual
        : Stream.concat(
                ofClass.stream().filter(status -> isRefused(protocol, status)), ofClass.stream())
            .findFirst()
            .orElse(usual);
  }

  /** Whether a pattern of a class names a status. */
  static boolean isStatus(String pattern) {
    return pattern.startsWith(HTTP);
  }

  static boolean isRefused(PlatformProtocol protocol, int status) {
    return protocol.once().refused().stream()
        .anyMatch(pattern -> Condition.matches(pattern, status));
  }
}
