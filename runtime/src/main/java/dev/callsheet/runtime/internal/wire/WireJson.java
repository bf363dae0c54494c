package dev.callsheet.runtime.internal.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** The mapper that everything is written and read with. */
public final class WireJson {
  /** A minute of 1080p video as Base64 is well below this; Jackson's own limit is not. */
  private static final int LONGEST_STRING = Integer.MAX_VALUE;

  /** Absent stays absent in requests; a field not known yet never spoils a result. */
  public static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxStringLength(LONGEST_STRING).build())
                  .build())
          .changeDefaultPropertyInclusion(
              value -> value.withValueInclusion(JsonInclude.Include.NON_NULL))
          .disable(
              DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
              DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .addModule(
              new SimpleModule("callsheet")
                  .addSerializer(new ListSerializer())
                  .addSerializer(new MapSerializer())
                  .addDeserializer(Object.class, new UntypedDeserializer())
                  .addDeserializer(Integer.class, ExactNumberDeserializer.ofInteger())
                  .addDeserializer(Long.class, ExactNumberDeserializer.ofLong())
                  .addDeserializer(BigDecimal.class, ExactNumberDeserializer.ofDecimal())
                  .addDeserializer(URI.class, new AddressDeserializer()))
          .addMixIn(List.class, ListDeserializer.MixIn.class)
          .build();

  private WireJson() {}

  /** A value in one line. */
  public static byte[] line(Object value) {
    var written = MAPPER.writeValueAsBytes(value);
    for (var i = 0; i < written.length; i++) {
      if (written[i] == '\n' || written[i] == '\r') {
        written[i] = ' '; // in JSON, line breaks stand between values only
      }
    }
    return written;
  }
}
