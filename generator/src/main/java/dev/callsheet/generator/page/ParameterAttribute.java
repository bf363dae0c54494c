package dev.callsheet.generator.page;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An attribute of a parameter, such as its least number.
 *
 * @param keyword what a spec calls it, such as {@code minimum}
 * @param value what is enforced, in plain text; null where the attribute is published only
 * @param published what is published where that is something else; null where it is not
 */
public record ParameterAttribute(
    String keyword, @Nullable String value, @Nullable String published) {
  private static final Map<String, String> LABELS =
      Map.ofEntries(
          Map.entry("path", "Path"),
          Map.entry("type", "Type"),
          Map.entry("required", "Required"),
          Map.entry("const", "Value"),
          Map.entry("format", "Format"),
          Map.entry("accepts", "Accepts"),
          Map.entry("media", "Media"),
          Map.entry("minimum", "Min"),
          Map.entry("exclusiveMinimum", "More than"),
          Map.entry("maximum", "Max"),
          Map.entry("exclusiveMaximum", "Less than"),
          Map.entry("multipleOf", "Step"),
          Map.entry("minLength", "Min"),
          Map.entry("maxLength", "Max"),
          Map.entry("lengthIn", "Length in"),
          Map.entry("pattern", "Pattern"),
          Map.entry("minItems", "Min items"),
          Map.entry("maxItems", "Max items"),
          Map.entry("uniqueItems", "Unique items"),
          Map.entry("contains", "Contains"),
          Map.entry("not", "Not"),
          Map.entry("properties", "Members"),
          Map.entry("unit", "Unit"),
          Map.entry("default", "Default"),
          Map.entry("pairedWith", "Paired with"));

  /** An attribute that is enforced as it is published. */
  public ParameterAttribute(String keyword, String value) {
    this(keyword, value, null);
  }

  /** Its heading; the keyword for one that pages have no heading for. */
  public String label() {
    return LABELS.getOrDefault(keyword, keyword);
  }

  /** Whether it is published, and nothing like it is enforced. */
  public boolean publishedOnly() {
    return value == null;
  }
}
