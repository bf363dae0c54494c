package dev.callsheet.linter.internal.git;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The files that git tracks, as its index lists them: a header, then an entry a file, sorted by
 * name. An entry has 40 bytes of times and numbers, the hash of the content, two bytes of flags
 * (two more where a flag says so) and the name. Up to version 3 the name ends in one to eight zero
 * bytes, which make the entry's length a multiple of eight; in version 4 it says how much of the
 * end of the name before is replaced by what, and ends in one zero byte. An index that is split
 * names the file that has the rest, which is not split again.
 *
 * @see <a href="https://git-scm.com/docs/index-format">the format</a>
 */
final class GitIndex {
  private static final int SIGNATURE = 0x44495243; // "DIRC"
  private static final int MAX_INDEX_BYTES = 1 << 28;
  private static final int MAX_CONFIG_BYTES = 1 << 20;
  private static final int STAT_BYTES = 40;
  private static final int EXTENDED_FLAG = 0x4000;
  private static final Pattern SHA256 = Pattern.compile("(?im)^\\s*objectformat\\s*=\\s*sha256");

  private final TreeSet<String> names = new TreeSet<>();
  private final Path directory;
  private final int hashBytes;

  private GitIndex(Path directory, int hashBytes) {
    this.directory = directory;
    this.hashBytes = hashBytes;
  }

  /** An index without files. */
  static GitIndex empty() {
    return new GitIndex(Path.of(""), 0);
  }

  /** Reads the index of a work tree; one that cannot be read has no files. */
  static GitIndex read(GitDirectory git) {
    try {
      Path config = git.common().resolve("config");
      boolean sha256 =
          Files.exists(config) && SHA256.matcher(BoundedRead.text(config, MAX_CONFIG_BYTES)).find();
      GitIndex index = new GitIndex(git.own(), sha256 ? 32 : 20);
      index.addAll(git.own().resolve("index"), true);
      return index;
    } catch (IOException
        | BufferUnderflowException
        | IndexOutOfBoundsException
        | IllegalArgumentException unreadable) {
      return empty();
    }
  }

  /** Whether a file is tracked, by its path from the root with slashes. */
  boolean containsFile(String path) {
    return names.contains(path);
  }

  /** Whether a file below a directory is tracked. */
  boolean containsFileBelow(String directoryPath) {
    String next = names.ceiling(directoryPath + "/");
    return next != null && next.startsWith(directoryPath + "/");
  }

  private void addAll(Path file, boolean maySplit) throws IOException {
    if (!Files.isRegularFile(file)) {
      return; // nothing was ever added
    }
    ByteBuffer in = ByteBuffer.wrap(BoundedRead.bytes(file, MAX_INDEX_BYTES));
    if (in.getInt() != SIGNATURE) {
      throw new IOException(file + " is no index");
    }
    int version = in.getInt();
    byte[] name = {};
    for (int entries = in.getInt(); entries > 0; entries--) {
      int start = in.position();
      in.position(start + STAT_BYTES + hashBytes);
      if ((in.getShort() & EXTENDED_FLAG) != 0) {
        in.getShort();
      }
      name = version < 4 ? untilZero(in, new byte[0], 0) : untilZero(in, name, keptBytes(in, name));
      if (version < 4) {
        in.position(start + (in.position() - start + 7) / 8 * 8);
      }
      names.add(new String(name, StandardCharsets.UTF_8));
    }
    if (maySplit) {
      addShared(in);
    }
  }

  /** The name that begins with so many bytes of another and goes on up to a zero byte. */
  private static byte[] untilZero(ByteBuffer in, byte[] before, int kept) {
    ByteArrayOutputStream name = new ByteArrayOutputStream();
    name.write(before, 0, kept);
    for (byte b = in.get(); b != 0; b = in.get()) {
      name.write(b);
    }
    return name.toByteArray();
  }

  /** How much of the name before stays; what does not is a number of seven bits a byte. */
  private static int keptBytes(ByteBuffer in, byte[] before) {
    int b = in.get();
    int dropped = b & 0x7F;
    while (b < 0) {
      b = in.get();
      dropped = ((dropped + 1) << 7) | (b & 0x7F);
    }
    return before.length - dropped;
  }

  /** The entries of a split index that another file has. */
  private void addShared(ByteBuffer in) throws IOException {
    while (in.remaining() > hashBytes + 8) {
      byte[] signature = new byte[4];
      in.get(signature);
      int size = in.getInt();
      if (new String(signature, StandardCharsets.US_ASCII).equals("link")) {
        byte[] hash = new byte[hashBytes];
        in.get(hash);
        addAll(directory.resolve("sharedindex." + HexFormat.of().formatHex(hash)), false);
        return;
      }
      in.position(in.position() + size);
    }
  }
}
