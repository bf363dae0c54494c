package dev.callsheet.sandbox.internal.platform;

import dev.callsheet.runtime.protocol.Condition;
import dev.callsheet.runtime.protocol.PlatformProtocol;
import java.util.List;
import java.util.stream.Stream;

/** Chooses HTTP statuses by what a description says of them. */
final class Statuses {
  private static final String HTTP = "HTTP ";

  /** Refusals that are about the request and nothing else. */
  private static final List<Integer> OTHERS = List.of(400, 422, 404);

  private Statuses() {}

  /** One that a list such as {@code [404]} or {@code [5xx]} names; the list is not empty. */
  static int any(List<String> patterns) {
    return number(patterns.get(0));
  }

  private static int number(String pattern) {
    return Integer.parseInt(pattern.replace("xx", "00"));
  }

  /**
   * The status of a refusal: the usual one, or one that the description gives the class, as long as
   * it proves that nothing was taken.
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
    boolean isUsual = ofClass.isEmpty() || ofClass.contains(usual);
    return Stream.concat(
            isUsual ? Stream.of(usual) : ofClass.stream(),
            OTHERS.contains(usual) ? OTHERS.stream() : Stream.empty())
        .filter(status -> proves(protocol, status))
        .findFirst()
        .orElseGet(() -> isUsual ? usual : ofClass.get(0));
  }

  /** Whether a pattern of a class names a status. */
  static boolean isStatus(String pattern) {
    return pattern.startsWith(HTTP);
  }

  /** Whether a refusal with that status proves to a client that nothing was taken. */
  private static boolean proves(PlatformProtocol protocol, int status) {
    return protocol.once().refused().stream()
        .anyMatch(pattern -> Condition.matches(pattern, status));
  }
}
