package dev.callsheet.runtime.internal.net;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The names of this machine in addresses: what is sent to them does not leave it. */
public final class LoopbackHost {
  private static final Pattern NAME =
      Pattern.compile("localhost|::1|\\[::1]|127(\\.\\d{1,3}){1,3}", Pattern.CASE_INSENSITIVE);

  private LoopbackHost() {}

  /**
   * Whether a host is this machine, whoever resolves its name.
   *
   * @param host as {@link java.net.URI#getHost()} gives it, or an address to listen on; null is not
   */
  public static boolean is(@Nullable String host) {
    return host != null && NAME.matcher(host).matches();
  }
}
