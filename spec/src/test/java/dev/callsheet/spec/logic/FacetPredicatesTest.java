package dev.callsheet.spec.logic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.runtime.LengthUnit;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON Schema's meaning of each keyword, value by value. */
class FacetPredicatesTest {
  private static final JsonMapper EXACT =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  private static final Map<String, Facet> FACETS = facets();

  @ParameterizedTest(name = "{0} of {1}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          integer            | 5                       | true
          integer            | 5.0                     | true
          integer            | 5e0                     | true
          integer            | 50e-1                   | true
          integer            | 1e999999                | true
          integer            | 5.5                     | false
          integer            | "5"                     | false
          integer            | null                    | false
          number             | 5                       | true
          number             | 5.5                     | true
          number             | true                    | false
          boolean            | false                   | true
          null               | null                    | true
          array              | []                      | true
          object             | {}                      | true
          object             | []                      | false
          one of 1, "a", [1] | 1.0                     | true
          one of 1, "a", [1] | "1"                     | false
          one of 1, "a", [1] | "a"                     | true
          one of 1, "a", [1] | [1.00]                  | true
          one of 1, "a", [1] | true                    | false
          from 3 to 15       | 3                       | true
          from 3 to 15       | 15.0                    | true
          from 3 to 15       | 15.000000000000000001   | false
          from 3 to 15       | 1e999999999             | false
          from 3 to 15       | -1e999999999            | false
          from 3 to 15       | "20"                    | true
          above 0, below 1   | 0                       | false
          above 0, below 1   | 1                       | false
          above 0, below 1   | 1e-999999999            | true
          multiple of 0.01   | 19.99                   | true
          multiple of 0.01   | 0.1                     | true
          multiple of 0.01   | 0.015                   | false
          multiple of 0.01   | 1e999999999             | true
          multiple of 0.01   | 1e-999999999            | false
          multiple of 0.01   | 0e-999999999            | true
          multiple of 0.01   | -0.03                   | true
          multiple of 60     | 120                     | true
          multiple of 60     | 1.2e2                   | true
          multiple of 60     | 12e1                    | true
          multiple of 60     | 90                      | false
          multiple of 60     | 1e999999999             | false
          multiple of 60     | 6e999999999             | true
          2 to 3 characters  | "ab"                    | true
          2 to 3 characters  | "🐋"                    | false
          2 to 3 characters  | "🐋🐋🐋"                | true
          2 to 3 characters  | "e\\u0301"              | true
          2 to 3 characters  | 7                       | true
          2 to 3 UTF-16      | "🐋"                    | true
          2 to 3 UTF-16      | "🐋🐋"                  | false
          2 to 3 UTF-16      | "éàü"                   | true
          2 to 3 bytes       | "éa"                    | true
          2 to 3 bytes       | "éà"                    | false
          2 to 3 bytes       | "界"                    | true
          2 to 3 bytes       | "🐋"                    | false
          2 to 3 bytes       | "\\uD83D"                | true
          1 to 2 members     | {}                      | false
          1 to 2 members     | {"a": 1, "b": null}     | true
          1 to 2 members     | [1, 2, 3]               | true
          pattern ^a+$       | "aaa"                   | true
          pattern ^a+$       | "aaa\\n"                | false
          pattern ^a+$       | "baa"                   | false
          pattern b          | "abc"                   | true
          pattern [[&]       | "["                     | true
          pattern [[&]       | "x"                     | false
          1 to 2 items       | []                      | false
          1 to 2 items       | [1, 2]                  | true
          1 to 2 items       | [1, 2, 3]               | false
          1 to 2 items       | {}                      | true
          unique items       | [1, 2]                  | true
          unique items       | [1, 1.0]                | false
          unique items       | [1, true, "1", null]    | true
          unique items       | [{"a": 1}, {"a": 1.0}]  | false
          contains a string  | [1, "a"]                | true
          contains a string  | []                      | false
          not a string       | 1                       | true
          not a string       | "a"                     | false
          a is a string      | {"a": "x"}              | true
          a is a string      | {"a": 1}                | false
          a is a string      | {}                      | false
          a is a string      | 5                       | true
          uuid               | "7F6B2A10-9d3c-1e58-8a41-2b6c1d0e9f73"    | true
          uuid               | "7f6b2a109d3c4e588a412b6c1d0e9f73"        | false
          uuid               | " 7f6b2a10-9d3c-4e58-8a41-2b6c1d0e9f73"   | false
          uuid4              | "7f6b2a10-9d3c-4e58-8a41-2b6c1d0e9f73"    | true
          uuid4              | "7f6b2a10-9d3c-1e58-8a41-2b6c1d0e9f73"    | false
          uuid4              | "7f6b2a10-9d3c-4e58-7a41-2b6c1d0e9f73"    | false
          uri                | "https://example.com/a?b=c#d"             | true
          uri                | "urn:uuid:7f6b2a10"                       | true
          uri                | "/a/b"                                    | false
          uri                | "https://example.com/ä"                   | false
          uri                | "https://example.com/a b"                 | false
          uri                | "https://[::1]/a?b=c#d"                   | true
          uri                | "https://example.com/?b[]=c"              | false
          uri                | "https://example.com/#[c]"                | false
          uri                | "mailto:[a]@example.com"                  | false
          date-time          | "2026-02-05T12:00:00Z"                    | true
          date-time          | "2026-02-05t12:00:00.123456789012+01:00"  | true
          date-time          | "1990-12-31T15:59:60-08:00"               | true
          date-time          | "1990-12-31T15:58:60-08:00"               | false
          date-time          | "2026-02-30T12:00:00Z"                    | false
          date-time          | "2026-02-05 12:00:00Z"                    | false
          unknown format     | "anything"                                | true
          uuid or url        | "7f6b2a10-9d3c-4e58-8a41-2b6c1d0e9f73"    | true
          uuid or url        | "https://example.com/a.mp4"               | true
          uuid or url        | "HTTP://[::1]:8080/a.mp4"                 | true
          uuid or url        | "ftp://example.com/a.mp4"                 | false
          uuid or url        | "https:///a.mp4"                          | false
          uuid or url        | "https://[::1]:80/%C3%A4?b=/c?#(d)/e?"    | true
          uuid or url        | "https://example.com/a[0].png"            | false
          uuid or url        | "https://example.com/a#b#c"               | false
          uuid or url        | "https://example.com/ä"                   | false
          uuid or url        | "https://example.com/{a}"                 | false
          uuid or url        | "https://example.com/%zz"                 | false
          uuid or url        | "data:video/mp4;base64,AAAA"              | false
          uuid or url        | "AAAA"                                    | false
          data uri or base64 | "data:image/png;base64,iVBORw0KGgo="      | true
          data uri or base64 | "data:image/svg+xml;charset=utf-8;base64,PHN2Zy8+" | true
          data uri or base64 | "data:image/png,abc"                      | false
          data uri or base64 | "iVBORw0KGgo="                            | true
          data uri or base64 | "iVBOR w0KGgo="                           | false
          data uri or base64 | ""                                        | false
          """)
  void facetHoldsOf(String facet, String value, boolean holds) {
    JsonNode json = EXACT.readTree(value);
    assertThat(FacetPredicates.of(Objects.requireNonNull(FACETS.get(facet))).test(json))
        .isEqualTo(holds);
  }

  static Stream<JsonNode> fives() {
    return Stream.of(
        JsonMapper.shared().readTree("5.0"), EXACT.readTree("5.0"), EXACT.readTree("5"));
  }

  @ParameterizedTest
  @MethodSource("fives")
  void equalNumbersMatchWhateverTheirNodeType(JsonNode five) {
    assertThat(FacetPredicates.of(new Facet.OfType(JsonType.INTEGER)).test(five)).isTrue();
    assertThat(FacetPredicates.of(new Facet.OneOf(List.of(EXACT.readTree("5.000")))).test(five))
        .isTrue();
  }

  private static Map<String, Facet> facets() {
    SchemaFragment string = new SchemaFragment(List.of(new Facet.OfType(JsonType.STRING)));
    return Map.ofEntries(
        Map.entry("integer", new Facet.OfType(JsonType.INTEGER)),
        Map.entry("number", new Facet.OfType(JsonType.NUMBER)),
        Map.entry("boolean", new Facet.OfType(JsonType.BOOLEAN)),
        Map.entry("null", new Facet.OfType(JsonType.NULL)),
        Map.entry("array", new Facet.OfType(JsonType.ARRAY)),
        Map.entry("object", new Facet.OfType(JsonType.OBJECT)),
        Map.entry(
            "one of 1, \"a\", [1]",
            new Facet.OneOf(
                List.of(EXACT.readTree("1"), EXACT.readTree("\"a\""), EXACT.readTree("[1]")))),
        Map.entry("from 3 to 15", range("3", "15", false)),
        Map.entry("above 0, below 1", range("0", "1", true)),
        Map.entry("multiple of 0.01", new Facet.MultipleOf(new BigDecimal("0.01"))),
        Map.entry("multiple of 60", new Facet.MultipleOf(new BigDecimal("60"))),
        Map.entry("2 to 3 characters", new Facet.Length(2, 3)),
        Map.entry("2 to 3 UTF-16", new Facet.Length(2, 3, LengthUnit.UTF16)),
        Map.entry("2 to 3 bytes", new Facet.Length(2, 3, LengthUnit.UTF8)),
        Map.entry("1 to 2 members", new Facet.MemberCount(1, 2)),
        Map.entry("pattern ^a+$", new Facet.Pattern("^a+$")),
        Map.entry("pattern b", new Facet.Pattern("b")),
        Map.entry("pattern [[&]", new Facet.Pattern("^[[&]$")),
        Map.entry("1 to 2 items", new Facet.ItemCount(1, 2)),
        Map.entry("unique items", new Facet.UniqueItems()),
        Map.entry("contains a string", new Facet.Contains(string)),
        Map.entry("not a string", new Facet.Not(string)),
        Map.entry("a is a string", new Facet.HasMember("a", string)),
        Map.entry("uuid", new Facet.Format("uuid")),
        Map.entry("uuid4", new Facet.Format("uuid4")),
        Map.entry("uri", new Facet.Format("uri")),
        Map.entry("date-time", new Facet.Format("date-time")),
        Map.entry("unknown format", new Facet.Format("colour")),
        Map.entry("uuid or url", accepts(MediaSource.UUID, MediaSource.URL)),
        Map.entry("data uri or base64", accepts(MediaSource.DATA_URI, MediaSource.BASE64)));
  }

  private static Facet range(@Nullable String minimum, @Nullable String maximum, boolean open) {
    return new Facet.Range(
        minimum == null ? null : new BigDecimal(minimum),
        open,
        maximum == null ? null : new BigDecimal(maximum),
        open);
  }

  private static Facet accepts(MediaSource one, MediaSource other) {
    return new Facet.Accepts(EnumSet.of(one, other));
  }
}
