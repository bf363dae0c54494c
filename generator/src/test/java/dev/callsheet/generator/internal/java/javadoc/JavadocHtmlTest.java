package dev.callsheet.generator.internal.java.javadoc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class JavadocHtmlTest {
  @Test
  void keepsAnAddressInsideItsComment() {
    assertThat(JavadocHtml.url(URI.create("https://example.com/a/*/b?c=1&d")))
        .isEqualTo("https://example.com/a/%2A/b?c=1&amp;d");
  }

  @Test
  void keepsATextInsideItsComment() {
    assertThat(JavadocHtml.fromText("*/ @see <b> {x} \\u002a/\n\u2028`a*/b`"))
        .isEqualTo("*&#47; &#64;see &lt;b&gt; &#123;x&#125; &#92;u002a/ <code>a*&#47;b</code>");
  }
}
