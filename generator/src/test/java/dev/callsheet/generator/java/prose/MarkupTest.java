package dev.callsheet.generator.java.prose;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class MarkupTest {
  @Test
  void keepsAnAddressInsideItsComment() {
    assertThat(Markup.address(URI.create("https://example.com/a/*/b?c=1&d")))
        .isEqualTo("https://example.com/a/%2A/b?c=1&amp;d");
  }

  @Test
  void keepsATextInsideItsComment() {
    assertThat(Markup.of("*/ @see <b> {x} \\u002a/\n\u2028`a*/b`"))
        .isEqualTo("*&#47; &#64;see &lt;b&gt; &#123;x&#125; &#92;u002a/ <code>a*&#47;b</code>");
  }
}
