package dev.callsheet.sandbox.internal.state;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.sandbox.internal.state.SandboxState.Section;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.JsonNodeFactory;

/** Whatever becomes of a process, its folder can be read, and has what was written. */
final class StateFolderTest {
  @TempDir private Path root;

  private static StateFolder open(Path root) throws IOException {
    return StateFolder.open(root, "runware");
  }

  private static void put(SandboxState state, String owner, String name, String text) {
    state.put(Section.TASKS, owner, name, () -> JsonNodeFactory.instance.stringNode(text));
  }

  private static Map<String, String> tasks(SandboxState state) {
    Map<String, String> values = new TreeMap<>();
    state.restore(
        Section.TASKS, (owner, name, value) -> values.put(owner + "/" + name, value.asString()));
    return values;
  }

  private Path file() {
    return root.resolve("runware").resolve(StateFile.NAME);
  }

  @Test
  void aValueTakesThePlaceOfTheOneBeforeAndIsForgottenWithItsOwner() throws Exception {
    try (StateFolder state = open(root)) {
      put(state, "a", "x", "1");
      put(state, "a", "x", "2");
      put(state, "a", "y", "3");
      put(state, "b", "x", "4");
      put(state, "c", "x", "5");
      state.forget(Section.TASKS, "b");
      state.forget(Section.TASKS, "a", "y");
      state.forget(Section.LEDGER, "c");
    }
    try (StateFolder state = open(root)) {
      assertThat(tasks(state)).isEqualTo(Map.of("a/x", "2", "c/x", "5"));
      state.clear();
      put(state, "d", "x", "6");
    }
    try (StateFolder state = open(root)) {
      assertThat(tasks(state)).isEqualTo(Map.of("d/x", "6"));
    }
  }

  /** Wherever a process is killed: what was whole is there, and the next one writes on. */
  @Test
  void aFileThatEndsAnywhereIsReadUpToThere() throws Exception {
    int[] ends = new int[5];
    try (StateFolder state = open(root)) {
      ends[0] = (int) Files.size(file());
      for (int i = 1; i < ends.length; i++) {
        put(state, "task", "value " + i, "größer als " + i);
        ends[i] = (int) Files.size(file());
      }
    }
    byte[] whole = Files.readAllBytes(file());
    for (int length = ends[0]; length <= whole.length; length++) {
      Files.write(file(), Arrays.copyOf(whole, length));
      int left = length;
      int complete = (int) Arrays.stream(ends).filter(end -> end <= left).count() - 1;
      try (StateFolder state = open(root)) {
        assertThat(tasks(state)).hasSize(complete);
        assertThat(state.warning()).isEmpty();
        put(state, "task", "later", "a new value");
      }
      try (StateFolder state = open(root)) {
        assertThat(tasks(state)).hasSize(complete + 1).containsValue("a new value");
      }
    }
  }

  @Test
  void aLineThatIsDamagedInTheMiddleIsLeftOutAndTold() throws Exception {
    try (StateFolder state = open(root)) {
      put(state, "a", "x", "first");
      put(state, "b", "x", "second");
      put(state, "c", "x", "third");
    }
    String lines = Files.readString(file());
    Files.writeString(file(), lines.replace("second", "sec0nd"));
    try (StateFolder state = open(root)) {
      assertThat(tasks(state)).isEqualTo(Map.of("a/x", "first", "c/x", "third"));
      assertThat(state.warning().orElseThrow()).contains("1 line of the state").contains("damaged");
    }
  }

  @Test
  void theFileStaysShortHoweverOftenValuesChange() throws Exception {
    String text = "x".repeat(10_000);
    try (StateFolder state = open(root)) {
      put(state, "kept", "x", "kept");
      for (int i = 0; i < 1000; i++) {
        put(state, "changing", "x", i + text);
        put(state, "task " + i, "x", text);
        state.forget(Section.TASKS, "task " + i);
      }
      assertThat(Files.size(file())).isLessThan(2 << 20);
    }
    try (StateFolder state = open(root)) {
      assertThat(tasks(state)).isEqualTo(Map.of("kept/x", "kept", "changing/x", 999 + text));
    }
  }

  @Test
  void whatACrashLeavesOfACompactionOrAnUploadIsRemoved() throws Exception {
    try (StateFolder state = open(root)) {
      put(state, "a", "x", "1");
      state.putFile("known", "bytes".getBytes(UTF_8));
      state.put(Section.UPLOADS, "known", "file", JsonNodeFactory.instance::objectNode);
      state.putFile("of-nobody", "bytes".getBytes(UTF_8));
    }
    Path folder = root.resolve("runware");
    Files.writeString(folder.resolve(StateFile.DRAFT), "half a li");
    Files.writeString(folder.resolve("media/half.new"), "half a fi");
    try (StateFolder state = open(root)) {
      assertThat(tasks(state)).isEqualTo(Map.of("a/x", "1"));
      assertThat(state.file("known")).contains("bytes".getBytes(UTF_8));
      assertThat(folder.resolve("media")).isDirectoryContaining("glob:**/known");
      assertThat(folder.resolve("media")).isDirectoryNotContaining("glob:**/{of-nobody,half.new}");
      assertThat(folder.resolve(StateFile.DRAFT)).doesNotExist();
    }
  }

  @Test
  void aFileIsNoFolder() throws Exception {
    Path file = Files.writeString(root.resolve("file"), "text");
    assertThatThrownBy(() -> open(file))
        .isInstanceOf(FileSystemException.class)
        .hasMessageContaining("it is no folder");
  }

  @Test
  void theStateOfAnotherPlatformIsRefused() throws Exception {
    open(root).close();
    Files.move(root.resolve("runware"), root.resolve("fal"));
    assertThatThrownBy(() -> StateFolder.open(root, "fal"))
        .hasMessageContaining("it is the state of a sandbox of runware");
  }

  @Test
  void aRootOfADiskIsAsGoodAsAnEmptyFolder() throws Exception {
    Files.createDirectory(root.resolve("lost+found"));
    Files.createDirectory(root.resolve(".Trash"));
    open(root).close();
  }
}
