package dev.callsheet.sandbox.internal.sample;

import dev.callsheet.sandbox.internal.codec.CellArea;
import dev.callsheet.sandbox.internal.codec.CellPicture;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Letters of five by seven dots, for machines that have no fonts. Letters with accents lose them;
 * what there is no letter for is a box.
 */
final class BitmapFont {
  /** The dots of a letter, and one beside it and below it. */
  static final int ADVANCE = 6;

  static final int LINE = 9;
  static final int HEIGHT = 7;
  static final int WIDTH = 5;
  private static final char FIRST = ' ';
  private static final int BOX = 95;
  private static final Pattern ACCENTS = Pattern.compile("\\p{Mn}+");

  /** A column of dots a byte, the topmost in the lowest bit: the letters from space on, the box. */
  private static final byte[] COLUMNS =
      HexFormat.of()
          .parseHex(
              "000000000000005f00000007000700147f147f14242a7f2a12231308646236495522500005030000"
                  + "001c2241000041221c00082a1c2a0808083e080800503000000808080808006060000020100804023e"
                  + "5149453e00427f400042615149462141454b311814127f1027454545393c4a49493001710905033649"
                  + "494936064949291e003636000000563600000008142241141414141441221408000201510906324979"
                  + "413e7e1111117e7f494949363e414141227f4141221c7f494949417f090901013e414151327f080808"
                  + "7f00417f41002040413f017f081422417f404040407f0204027f7f0408107f3e4141413e7f09090906"
                  + "3e4151215e7f09192946464949493101017f01013f4040403f1f2040201f7f2018207f631408146303"
                  + "04780403615149454300007f4141020408102041417f00000402010204404040404000010204002054"
                  + "5454787f484444383844444420384444487f3854545418087e090102081454543c7f08040478004"
                  + "47d40002040443d00007f10284400417f40007c041804787c0804047838444444387c1414140808141"
                  + "4187c7c080404084854545420043f4440203c4040207c1c2040201c3c4030403c44281028440c505050"
                  + "3c4464544c44000836410000007f0000004136080008040810087f4141417f");

  private BitmapFont() {}

  /** How many cells a text is wide. */
  static int width(String text, int scale) {
    return text.length() * ADVANCE * scale;
  }

  /** Writes a text, which may have to be {@link #plain}, with its upper left corner at a cell. */
  static void write(CellPicture picture, String text, int column, int row, int scale, int colour) {
    for (int i = 0; i < text.length(); i++) {
      for (int dot = 0; dot < WIDTH * HEIGHT; dot++) {
        int x = dot % WIDTH;
        int y = dot / WIDTH;
        if (hasDot(text.charAt(i), x, y)) {
          picture.fill(
              new CellArea(column + (i * ADVANCE + x) * scale, row + y * scale, scale, scale),
              colour);
        }
      }
    }
  }

  /** Whether a letter has a dot there. */
  static boolean hasDot(char letter, int x, int y) {
    int glyph = letter >= FIRST && letter < FIRST + BOX ? letter - FIRST : BOX;
    return ((COLUMNS[glyph * WIDTH + x] >> y) & 1) == 1;
  }

  /** A text in letters that there are, without line breaks. */
  static String plain(String text) {
    String base = ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    return base.replaceAll("[\\s\\p{Cntrl}]+", " ")
        .replaceAll("[\\x{10000}-\\x{10FFFF}]", "\uFFFD")
        .replace('\u2018', '\'')
        .replace('\u2019', '\'')
        .replace('\u201C', '"')
        .replace('\u201D', '"')
        .replace('\u2013', '-')
        .replace('\u2014', '-')
        .strip();
  }

  /** The lines of a plain text, of so many letters at most; the last one ends in dots if cut. */
  static List<String> wrap(String text, int letters, int mostLines) {
    List<String> lines = new ArrayList<>();
    String rest = text;
    while (!rest.isEmpty() && lines.size() < mostLines) {
      if (rest.length() <= letters) {
        lines.add(rest);
        return lines;
      }
      int end = rest.lastIndexOf(' ', letters);
      int cut = end <= 0 ? letters : end;
      lines.add(rest.substring(0, cut));
      rest = rest.substring(cut).strip();
    }
    if (!rest.isEmpty() && !lines.isEmpty()) {
      String last = lines.get(lines.size() - 1);
      int kept = Math.max(0, Math.min(last.length(), letters - 3));
      lines.set(lines.size() - 1, last.substring(0, kept) + "...");
    }
    return lines;
  }
}
