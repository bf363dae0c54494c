package dev.callsheet.generator.site;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.MustacheException;
import com.github.mustachejava.reflect.ReflectionObjectHandler;
import dev.callsheet.generator.page.Prose;
import dev.callsheet.runtime.internal.messages.DisplayText;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The templates of pages, in Mustache. They have no logic, and no text reaches a page unescaped:
 * the only triple brace is around the body of a guide, which {@link GuideParser} has escaped.
 */
final class HtmlTemplates {
  private final DefaultMustacheFactory factory =
      new DefaultMustacheFactory(HtmlTemplates::reader) {
        {
          setObjectHandler(
              new ReflectionObjectHandler() {
                @Override
                public @Nullable Object coerce(@Nullable Object object) {
                  return object instanceof Prose text && text.isEmpty() ? null : object;
                }
              });
        }

        @Override
        public void encode(String value, Writer writer) {
          try {
            writer.write(escaped(value));
          } catch (IOException e) {
            throw new MustacheException("could not be written", e);
          }
        }
      };

  /** A template, filled with the members of a view, and of those around it. */
  String render(String template, Object... views) {
    StringWriter page = new StringWriter();
    factory.compile(template).execute(page, views);
    return page.toString();
  }

  /** A file that pages need as it is, such as their style sheet. */
  static String text(String name) {
    try (InputStream file = HtmlTemplates.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalArgumentException("there is no file '" + name + "' beside this class");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A text as it may stand between tags and in attributes, every character of it visible. */
  private static String escaped(String text) {
    return printable(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** A text of lines, every character of it visible. */
  static String printable(String text) {
    return text.lines().map(DisplayText::printable).collect(Collectors.joining("\n"));
  }

  private static Reader reader(String name) {
    return new StringReader(text(name));
  }
}
