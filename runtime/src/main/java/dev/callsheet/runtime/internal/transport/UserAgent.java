package dev.callsheet.runtime.internal.transport;

import java.util.Optional;

/** How the client introduces itself. */
public final class UserAgent {
  /** The value of the header, such as {@code callsheet/1.0}. */
  public static final String VALUE =
      "callsheet/"
          + Optional.ofNullable(UserAgent.class.getPackage().getImplementationVersion())
              .orElse("dev");

  private UserAgent() {}
}
