package dev.callsheet.sandbox.internal.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Boxes in binary glTF 2.0, each with a colour. */
public final class GlbWriter {
  /**
   * A box along the axes.
   *
   * @param from its corner with the smallest coordinates
   * @param size how long it is along each axis, above 0
   * @param colour as {@code 0xRRGGBB}
   */
  public record Box(Vector from, Vector size, int colour) {}

  /** Three numbers, one for each axis; y is up. */
  public record Vector(float x, float y, float z) {
    private float along(int axis) {
      return axis == 0 ? x : axis == 1 ? y : z;
    }
  }

  private static final int FACES = 6;
  private static final int CORNERS = 4;
  private static final int VERTICES = FACES * CORNERS;
  private static final int INDICES = FACES * 6;
  private static final int JSON_CHUNK = 0x4E4F534A;
  private static final int BINARY_CHUNK = 0x004E4942;
  private static final int FLOAT = 5126;
  private static final int UNSIGNED_INT = 5125;

  private final List<Box> boxes;

  private GlbWriter(List<Box> boxes) {
    this.boxes = boxes;
  }

  /** The file of some boxes, at least one. */
  public static byte[] write(List<Box> boxes) {
    return new GlbWriter(boxes).file();
  }

  private byte[] file() {
    byte[] binary = binary();
    byte[] json = description(binary.length).toString().getBytes(StandardCharsets.UTF_8);
    byte[] padded = Arrays.copyOf(json, (json.length + 3) & ~3);
    Arrays.fill(padded, json.length, padded.length, (byte) ' ');
    int length = 12 + 8 + padded.length + 8 + binary.length;
    ByteBuffer file = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    file.put("glTF".getBytes(StandardCharsets.US_ASCII)).putInt(2).putInt(length);
    file.putInt(padded.length).putInt(JSON_CHUNK).put(padded);
    return file.putInt(binary.length).putInt(BINARY_CHUNK).put(binary).array();
  }

  /** Corners, directions of faces, colours, each of three numbers a vertex, and the triangles. */
  private byte[] binary() {
    int vertices = boxes.size() * VERTICES;
    ByteBuffer data =
        ByteBuffer.allocate(vertices * 3 * 12 + boxes.size() * INDICES * 4)
            .order(ByteOrder.LITTLE_ENDIAN);
    for (Box box : boxes) {
      for (int vertex = 0; vertex < VERTICES; vertex++) {
        for (int axis = 0; axis < 3; axis++) {
          data.putFloat(
              box.from().along(axis) + (isFar(vertex, axis) ? box.size().along(axis) : 0));
        }
      }
    }
    for (int vertex = 0; vertex < vertices; vertex++) {
      int face = vertex % VERTICES / CORNERS;
      for (int axis = 0; axis < 3; axis++) {
        data.putFloat(axis == face / 2 ? (face % 2 == 0 ? -1 : 1) : 0);
      }
    }
    for (Box box : boxes) {
      for (int vertex = 0; vertex < VERTICES; vertex++) {
        for (int shift = 16; shift >= 0; shift -= 8) {
          data.putFloat(((box.colour() >> shift) & 0xFF) / 255f);
        }
      }
    }
    for (int first = 0; first < vertices; first += CORNERS) {
      for (int corner : new int[] {0, 1, 2, 0, 2, 3}) {
        data.putInt(first + corner);
      }
    }
    return data.array();
  }

  /**
   * Whether a corner of a face is at the far end of an axis; corners go round against the clock.
   */
  private static boolean isFar(int vertex, int axis) {
    int face = vertex / CORNERS;
    int across = (face / 2 + 1) % 3;
    boolean isFarFace = face % 2 == 1;
    if (axis == face / 2) {
      return isFarFace;
    }
    int corner = isFarFace ? vertex % CORNERS : CORNERS - 1 - vertex % CORNERS;
    return axis == across ? corner == 1 || corner == 2 : corner >= 2;
  }

  private ObjectNode description(int length) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    int vertices = boxes.size() * VERTICES;
    int part = vertices * 12;
    ObjectNode root = json.objectNode();
    root.putObject("asset").put("version", "2.0").put("generator", "callsheet");
    root.put("scene", 0).putArray("scenes").addObject().putArray("nodes").add(0);
    root.putArray("nodes").addObject().put("mesh", 0);
    ObjectNode primitive = root.putArray("meshes").addObject().putArray("primitives").addObject();
    primitive.putObject("attributes").put("POSITION", 0).put("NORMAL", 1).put("COLOR_0", 2);
    primitive.put("indices", 3).put("material", 0);
    root.putArray("materials")
        .addObject()
        .putObject("pbrMetallicRoughness")
        .put("metallicFactor", 0)
        .put("roughnessFactor", 0.7);
    ArrayNode views = root.putArray("bufferViews");
    ArrayNode accessors = root.putArray("accessors");
    for (int i = 0; i < 3; i++) {
      views
          .addObject()
          .put("buffer", 0)
          .put("byteOffset", i * part)
          .put("byteLength", part)
          .put("target", 34962);
      accessors
          .addObject()
          .put("bufferView", i)
          .put("componentType", FLOAT)
          .put("count", vertices)
          .put("type", "VEC3");
    }
    bounds((ObjectNode) accessors.get(0));
    views
        .addObject()
        .put("buffer", 0)
        .put("byteOffset", 3 * part)
        .put("byteLength", length - 3 * part)
        .put("target", 34963);
    accessors
        .addObject()
        .put("bufferView", 3)
        .put("componentType", UNSIGNED_INT)
        .put("count", boxes.size() * INDICES)
        .put("type", "SCALAR");
    root.putArray("buffers").addObject().put("byteLength", length);
    return root;
  }

  private void bounds(ObjectNode accessor) {
    ArrayNode min = accessor.putArray("min");
    ArrayNode max = accessor.putArray("max");
    for (int axis = 0; axis < 3; axis++) {
      float low = Float.MAX_VALUE;
      float high = -Float.MAX_VALUE;
      for (Box box : boxes) {
        low = Math.min(low, box.from().along(axis));
        high = Math.max(high, box.from().along(axis) + box.size().along(axis));
      }
      min.add(low);
      max.add(high);
    }
  }
}
