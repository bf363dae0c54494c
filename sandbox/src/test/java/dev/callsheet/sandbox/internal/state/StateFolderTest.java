package dev.callsheet.sandbox.internal.state;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.sandbox.internal.state.SandboxState.Section;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Whatever becomes of a process, its folder can be read, and has what was written. */
final class StateFolderTest {
  private static final String KNOWN = "0d0c30d3-54fb-4f2a-8a2e-9c5e5b8d0f11";
  private static final String UNREFERENCED = "9b1f6c1e-4a43-4b4c-9a55-0f6a3b1d2c11";

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

  private static void putUpload(SandboxState state) {
    state.putFile(KNOWN, "bytes".getBytes(UTF_8));
    state.put(Section.UPLOADS, KNOWN, "file", JsonNodeFactory.instance::objectNode);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(root.resolve("runware/media"))) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
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
      putUpload(state);
      state.putFile(UNREFERENCED, "bytes".getBytes(UTF_8));
    }
    Path folder = root.resolve("runware");
    Files.writeString(folder.resolve(StateFile.DRAFT), "half a li");
    Files.writeString(folder.resolve("media/" + KNOWN + ".new"), "half a fi");
    try (StateFolder state = open(root)) {
      assertThat(tasks(state)).isEqualTo(Map.of("a/x", "1"));
      assertThat(state.file(KNOWN)).contains("bytes".getBytes(UTF_8));
      assertThat(files()).containsExactly(KNOWN);
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

  @Test
  void aWholeLineThatIsDamagedAtTheEndIsToldToo() throws Exception {
    try (StateFolder state = open(root)) {
      put(state, "a", "x", "first");
      put(state, "b", "x", "second");
    }
    Files.writeString(file(), Files.readString(file()).replace("second", "sec0nd"));
    try (StateFolder state = open(root)) {
      assertThat(tasks(state)).isEqualTo(Map.of("a/x", "first"));
      assertThat(state.warning().orElseThrow()).contains("1 line of the state");
      put(state, "c", "x", "third");
    }
    try (StateFolder state = open(root)) {
      assertThat(tasks(state)).isEqualTo(Map.of("a/x", "first", "c/x", "third"));
    }
  }

  @Test
  void aFileThatADamagedLineMaySpeakOfStays() throws Exception {
    try (StateFolder state = open(root)) {
      putUpload(state);
    }
    Files.writeString(file(), Files.readString(file()).replace("uploads", "upl0ads"));
    try (StateFolder state = open(root)) {
      assertThat(state.warning()).isPresent();
      assertThat(files()).containsExactly(KNOWN);
      state.clear();
      assertThat(files()).isEmpty();
    }
  }

  @Test
  void filesOfOthersAreLeftAlone() throws Exception {
    Path media = Files.createDirectories(root.resolve("runware/media"));
    Path picture = Files.writeString(media.resolve("holiday.jpg"), "a beach");
    assertRefused("there is `holiday.jpg` in it");
    Files.delete(picture);

    Path named = Files.writeString(media.resolve(UNREFERENCED), "without a state");
    assertRefused("there is `" + UNREFERENCED + "` in it");
    assertThat(root.resolve("runware/lock")).doesNotExist();
    Files.delete(named);

    open(root).close();
    Files.writeString(picture, "a beach");
    assertRefused("there is `holiday.jpg` in it");
    assertThat(picture).hasContent("a beach");
  }

  @Test
  void aFolderOfOthersThatIsLinkedIsLeftAlone() throws Exception {
    open(root).close();
    Path elsewhere = Files.createDirectory(root.resolveSibling(root.getFileName() + "-elsewhere"));
    Path file = Files.writeString(elsewhere.resolve(UNREFERENCED), "text");
    try {
      Files.delete(root.resolve("runware/media"));
      Files.createSymbolicLink(root.resolve("runware/media"), elsewhere);
      assertRefused("it is no folder, or a link to one");
      assertThat(file).exists();
    } finally {
      Files.delete(file);
      Files.delete(elsewhere);
    }
  }

  private void assertRefused(String why) {
    assertThatThrownBy(() -> open(root))
        .isInstanceOf(FileSystemException.class)
        .hasMessageContaining(why);
  }

  @Test
  void aSiblingThatIsNoStateIsRefusedThoughItHasAFolderOfThatName() throws Exception {
    Files.createDirectories(root.resolve("album/media"));
    Files.writeString(root.resolve("album/media/holiday.jpg"), "a beach");
    assertRefused("there is `album` in it");
  }

  @Test
  void whatIsClosedChangesNoFiles() throws Exception {
    StateFolder ended = open(root);
    putUpload(ended);
    ended.close();
    try (StateFolder state = open(root)) {
      ended.deleteFile(KNOWN);
      ended.putFile(UNREFERENCED, new byte[0]);
      ended.clear();
      assertThat(files()).containsExactly(KNOWN);
      assertThat(state.file(KNOWN)).isPresent();
    }
  }

  @Test
  void anInterruptedThreadWritesAsOthersDo() throws Exception {
    try (StateFolder state = open(root)) {
      Thread.currentThread().interrupt();
      try {
        put(state, "a", "x", "interrupted");
        assertThat(tasks(state)).containsEntry("a/x", "interrupted");
      } finally {
        assertThat(Thread.interrupted()).isTrue();
      }
      put(state, "b", "x", "after it");
      assertThat(tasks(state)).hasSize(2);
    }
  }

  /** A folder in the draft's place cannot be written, as on a full disk. */
  @Test
  void aCompactionThatFailsIsNoFailureOfTheWrite() throws Exception {
    String text = "x".repeat(100_000);
    try (StateFolder state = open(root)) {
      put(state, "kept", "x", "kept");
      Path draft = Files.createDirectory(root.resolve("runware").resolve(StateFile.DRAFT));
      Path inIt = Files.createFile(draft.resolve("file"));
      for (int i = 0; i < 15; i++) {
        put(state, "changing", "x", i + text);
      }
      assertThat(Files.size(file())).isGreaterThan(1_400_000);
      assertThatThrownBy(state::clear).hasMessageContaining("cannot be used");
      assertThat(tasks(state)).isEqualTo(Map.of("kept/x", "kept", "changing/x", 14 + text));

      Files.delete(inIt);
      Files.delete(draft);
      for (int i = 0; i < 20; i++) {
        put(state, "changing", "x", i + text);
      }
      assertThat(Files.size(file())).isLessThan(1_400_000);
      state.clear();
      assertThat(tasks(state)).isEmpty();
    }
  }

  /** Numbers in all ways to write one, as long as requests may have them. */
  @Test
  void numbersOfRequestsAreReadAsTheyWereWritten() {
    JsonMapper requests =
        JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
    Random random = new Random(42);
    List<String> numbers =
        new ArrayList<>(
            List.of("1e-2000", "1e-20000", "1E+2147483000", "0.10", "-0.0", "1e0", "7", "1e9"));
    numbers.add("7".repeat(997) + "e9");
    numbers.add("0." + "0".repeat(990) + "1");
    numbers.add("9".repeat(1000));
    for (int i = 0; i < 1000; i++) {
      numbers.add(
          new BigDecimal(new BigInteger(random.nextInt(1500), random), random.nextInt(60) - 30)
              .toString());
      numbers.add(
          new BigInteger(random.nextInt(1500), random) + "e" + (random.nextInt(40_000) - 20_000));
    }
    for (String number : numbers) {
      JsonNode value = requests.readTree("{\"CFGScale\":" + number + "}");
      StateRecord record = new StateRecord(new StateRecord.OwnerKey("tasks", "a"), "task", value);
      byte[] line = record.line();
      StateRecord read =
          StateRecord.of(StateRecord.json(Arrays.copyOf(line, line.length - 1)).orElseThrow());
      assertThat(read.toString()).as(number).isEqualTo(record.toString());
    }
  }
}
