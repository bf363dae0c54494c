package dev.callsheet.runtime.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class ReplyItemKeysTest {
  private static Set<String> keys(String... items) {
    var errors = new ErrorReader(1000);
    return ReplyItemKeys.of(
            Arrays.stream(items)
                .map(json -> (ObjectNode) WireJson.MAPPER.readTree(json.replace('\'', '"')))
                .map(json -> ReplyItem.of(json, 200, errors))
                .toList())
        .keySet();
  }

  @Test
  void knowMediaByItsUuidWhateverElseChanges() {
    assertThat(keys("{'videoUUID':'a','videoURL':'https://x/1?sign=1'}"))
        .isEqualTo(keys("{'cost':1,'videoURL':'https://x/1?sign=2','videoUUID':'a'}"))
        .isNotEqualTo(keys("{'videoUUID':'b','videoURL':'https://x/1?sign=1'}"));
  }

  @Test
  void knowMediaWithoutUuidByItsAddress() {
    assertThat(keys("{'videoURL':'https://x/1?sign=1'}"))
        .isEqualTo(keys("{'videoURL':'https://x/1?sign=2'}"))
        .isNotEqualTo(keys("{'videoURL':'https://x/2?sign=1'}"));
  }

  @Test
  void knowOtherResultsByTheirContentAndCountEqualOnes() {
    assertThat(keys("{'text':'one','status':'success'}", "{'text':'two'}"))
        .isEqualTo(keys("{'text':'two'}", "{'text':'one','cost':1}"));
    assertThat(keys("{'text':'one'}", "{'text':'one'}"))
        .hasSize(2)
        .containsAll(keys("{'text':'one'}"));
  }

  @Test
  void treatFileSetAsOneResult() {
    assertThat(keys("{'outputs':{'files':[{'uuid':'a'},{'uuid':'b'}]}}")).hasSize(1);
  }
}
