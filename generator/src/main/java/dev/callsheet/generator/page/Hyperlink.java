package dev.callsheet.generator.page;

import dev.callsheet.runtime.internal.messages.DisplayText;
import java.net.URI;
import java.util.Locale;
import java.util.Set;

/**
 * An address in a spec, which may be of any scheme.
 *
 * @param title what it leads to; may be empty
 * @param address as text
 * @param web whether it is one of the web, which a page may lead to; a script is none
 */
public record Hyperlink(String title, String address, boolean web) {
  private static final Set<String> WEB_SCHEMES = Set.of("http", "https");

  static Hyperlink of(String title, URI address) {
    String scheme = address.getScheme();
    return new Hyperlink(
        DisplayText.printable(title),
        address.toASCIIString(),
        scheme != null && WEB_SCHEMES.contains(scheme.toLowerCase(Locale.ROOT)));
  }
}
