package dev.callsheet.spec.internal.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is there already: it is written as a shell would, or refused, and nothing else changes.
 */
@DisabledOnOs(OS.WINDOWS)
@Timeout(60)
class OutputFileTest {
  @TempDir private Path directory;

  @Test
  void aNewFileHasThePermissionsOfNewFiles() throws IOException {
    Path file = directory.resolve("a/b/new.txt");
    OutputFile.write(file, "text");
    Path usual = Files.createFile(directory.resolve("usual"));
    assertThat(file).hasContent("text");
    assertThat(Files.getPosixFilePermissions(file)).isEqualTo(Files.getPosixFilePermissions(usual));
    assertThat(list(directory.resolve("a/b"))).containsExactly(file);
  }

  @Test
  void aFileThatIsThereKeepsItsPermissionsOwnerAndGroup() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "before, and longer");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-x--x"));
    giveAway(file);
    PosixFileAttributes before = Files.readAttributes(file, PosixFileAttributes.class);
    OutputFile.write(file, "after");
    PosixFileAttributes after = Files.readAttributes(file, PosixFileAttributes.class);
    assertThat(file).hasContent("after");
    assertThat(after.permissions()).isEqualTo(before.permissions());
    assertThat(after.owner()).isEqualTo(before.owner());
    assertThat(after.group()).isEqualTo(before.group());
  }

  @Test
  void aLinkIsFollowed() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "before");
    Path link = Files.createSymbolicLink(directory.resolve("link"), Path.of("file"));
    Path toLink = Files.createSymbolicLink(directory.resolve("to-link"), link);
    OutputFile.write(toLink, "after");
    assertThat(file).hasContent("after");
    assertThat(link).isSymbolicLink();
    assertThat(toLink).isSymbolicLink();
  }

  @Test
  void aLinkToNothingMakesWhatItLeadsTo() throws IOException {
    Path link = Files.createSymbolicLink(directory.resolve("link"), Path.of("later"));
    OutputFile.write(link, "text");
    assertThat(link).isSymbolicLink();
    assertThat(directory.resolve("later")).hasContent("text").isRegularFile();
  }

  @Test
  void aLinkedDirectoryIsFollowed() throws IOException {
    Path real = Files.createDirectory(directory.resolve("real"));
    Path link = Files.createSymbolicLink(directory.resolve("link"), real);
    OutputFile.write(link.resolve("a.txt"), "text");
    OutputFile.write(link.resolve("b/c.txt"), "text");
    assertThat(real.resolve("a.txt")).hasContent("text");
    assertThat(real.resolve("b/c.txt")).hasContent("text");
  }

  @Test
  void theOtherNamesOfAFileStayItsNames() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "before, and longer");
    Path other = Files.createLink(directory.resolve("other"), file);
    OutputFile.write(file, "after");
    assertThat(other).hasContent("after");
    assertThat(Files.getAttribute(file, "unix:nlink")).isEqualTo(2);
  }

  @Test
  void aPipeIsWrittenInto() throws Exception {
    Path pipe = directory.resolve("pipe");
    assumeTrue(run("mkfifo", pipe.toString()), "mkfifo is needed");
    CompletableFuture<String> read = CompletableFuture.supplyAsync(() -> read(pipe));
    OutputFile.write(pipe, "text");
    assertThat(read.get(30, TimeUnit.SECONDS)).isEqualTo("text");
    assertThat(Files.readAttributes(pipe, PosixFileAttributes.class).isOther()).isTrue();
  }

  @Test
  void aDeviceIsWrittenIntoAndStays() throws Exception {
    Path device = device("null", 3);
    OutputFile.write(device, "text");
    assertThat(Files.readAttributes(device, PosixFileAttributes.class).isOther()).isTrue();
    assertThat(Files.size(device)).isZero();
  }

  @Test
  void aFullDeviceIsAnError() throws Exception {
    Path device = device("full", 7);
    assertThatThrownBy(() -> OutputFile.write(device, "text")).isInstanceOf(IOException.class);
  }

  @Test
  void whatIsNoFileIsRefused() throws IOException {
    Path link = directory.resolve("circle");
    Files.createSymbolicLink(link, link);
    Path file = Files.createFile(directory.resolve("file"));
    assertThatThrownBy(() -> OutputFile.write(directory, ""))
        .isInstanceOfSatisfying(
            IOException.class,
            e -> assertThat(FileErrors.describe(e)).isEqualTo(directory + ": it is a directory"));
    assertThatThrownBy(() -> OutputFile.write(link, ""))
        .isInstanceOfSatisfying(
            IOException.class,
            e -> assertThat(FileErrors.reason(e)).isEqualTo("its links lead in a circle"));
    assertThatThrownBy(() -> OutputFile.write(file.resolve("a"), ""))
        .isInstanceOf(IOException.class);
  }

  @Test
  void aNameMayBeAsLongAsTheFileSystemTakes() throws IOException {
    Path file = directory.resolve("x".repeat(255));
    OutputFile.write(file, "before");
    OutputFile.write(file, "after");
    assertThat(file).hasContent("after");
  }

  @Test
  void whatIsNotCommittedLeavesNothing() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "before");
    try (OutputFile output = OutputFile.open(file)) {
      output.stream().write("half".getBytes(UTF_8));
    }
    assertThat(file).hasContent("before");
    assertThat(list(directory)).containsExactly(file);
  }

  @Test
  void replacesOnlyWhatWasRead() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "read");
    OutputFile.replace(file, "read".getBytes(UTF_8), "fixed".getBytes(UTF_8));
    assertThat(file).hasContent("fixed");
    Files.writeString(file, "edited");
    assertThatThrownBy(
            () -> OutputFile.replace(file, "fixed".getBytes(UTF_8), "again".getBytes(UTF_8)))
        .hasMessageContaining("it was changed meanwhile");
    assertThat(file).hasContent("edited");
    assertThatThrownBy(() -> OutputFile.replace(file, null, "new".getBytes(UTF_8)))
        .hasMessageContaining("it was changed meanwhile");
    assertThat(list(directory)).containsExactly(file);
  }

  /** As root, the file of somebody else; as anybody else, a file of one's own. */
  private static void giveAway(Path file) throws IOException {
    var users = file.getFileSystem().getUserPrincipalLookupService();
    try {
      Files.setOwner(file, users.lookupPrincipalByName("nobody"));
    } catch (IOException notAllowed) {
      assertThat(file).isRegularFile();
    }
  }

  private static List<Path> list(Path directory) throws IOException {
    try (Stream<Path> listed = Files.list(directory)) {
      return listed.toList();
    }
  }

  /** One of our own, or else the system's, where a fault of ours could not replace it. */
  private Path device(String name, int minor) throws Exception {
    Path own = directory.resolve(name);
    if (run("mknod", own.toString(), "c", "1", Integer.toString(minor)) && canWrite(own)) {
      return own;
    }
    assumeFalse(Files.isWritable(Path.of("/dev")), "the right to make devices is needed");
    return Path.of("/dev", name);
  }

  private static boolean canWrite(Path device) {
    try {
      Files.newOutputStream(device, StandardOpenOption.WRITE).close();
      return true;
    } catch (IOException notAllowed) {
      return false;
    }
  }

  private static String read(Path pipe) {
    try {
      return Files.readString(pipe);
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static boolean run(String... command) throws Exception {
    return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
  }
}
