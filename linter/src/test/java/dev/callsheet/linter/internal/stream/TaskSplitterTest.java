package dev.callsheet.linter.internal.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.linter.internal.input.ArrayByteSource;
import dev.callsheet.linter.internal.scan.FlaggedRegions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TaskSplitterTest {
  @Test
  void list_givesItsItems_withoutTheSpaceAroundThem() throws IOException {
    String items = " [ {\"a\":[1,2]},\n[{}] , \"x,\\\"]\\\\\" ,-1.5e3\t,true] ";
    assertThat(split(items))
        .containsExactly("0 {\"a\":[1,2]}", "1 [{}]", "2 \"x,\\\"]\\\\\"", "3 -1.5e3", "4 true");
  }

  @Test
  void singleValue_isTheOneTask() throws IOException {
    assertThat(split(" {\"a\": [1, {\"b\": \"]}\"}]}\n"))
        .containsExactly("0 {\"a\": [1, {\"b\": \"]}\"}]}");
    assertThat(split("\"a, b\"")).containsExactly("0 \"a, b\"");
  }

  @Test
  void emptyList_hasNoTasks() throws IOException {
    assertThat(split(" [ ] ")).isEmpty();
  }

  private static List<String> split(String document) throws IOException {
    byte[] bytes = ("skip" + document + "skip").getBytes(UTF_8);
    FlaggedRegions tasks = TaskSplitter.split(new ArrayByteSource(bytes), 4, bytes.length - 4L);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < tasks.count(); i++) {
      int length = (int) (tasks.to(i) - tasks.from(i));
      texts.add(tasks.index(i) + " " + new String(bytes, (int) tasks.from(i), length, UTF_8));
    }
    return texts;
  }
}
