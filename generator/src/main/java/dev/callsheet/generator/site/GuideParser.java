package dev.callsheet.generator.site;

import dev.callsheet.generator.site.Guide.Heading;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;

/**
 * Makes a guide of a page in Markdown (CommonMark with tables). Its HTML is shown as text. A link
 * to another guide leads to its page, one to another file of the folder to a copy of it, and one
 * that leads elsewhere in the file system is text; so is one of a kind that browsers execute. A
 * picture from elsewhere becomes a link, since pages load nothing.
 */
final class GuideParser {
  /** How deep quotes, lists and emphasis may lie in each other. */
  static final int DEEPEST = 100;

  private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
  private static final Parser PARSER =
      Parser.builder().extensions(EXTENSIONS).maxOpenBlockParsers(DEEPEST).build();

  private final String path;
  private final Set<String> files;
  private final Set<String> linked = new TreeSet<>();
  private final IdentityHashMap<Node, Heading> headings = new IdentityHashMap<>();
  private final List<Heading> inOrder = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();
  private String summary = "";

  private GuideParser(String path, Set<String> files) {
    this.path = path;
    this.files = files;
  }

  /**
   * Reads a guide.
   *
   * @param path of its file below the folder of guides
   * @param files what is in the folder, by paths below it
   * @throws IllegalArgumentException when it is too deep
   */
  static Guide parse(String path, String markdown, Set<String> files) {
    return new GuideParser(path, files).parse(markdown);
  }

  private Guide parse(String markdown) {
    Node document = PARSER.parse(markdown);
    List<Node> nodes = nodes(document);
    for (Node node : nodes) {
      if (node instanceof org.commonmark.node.Heading heading) {
        addHeading(heading);
      } else if (node instanceof Paragraph && summary.isEmpty() && node.getParent() == document) {
        summary = text(node);
      }
    }
    for (Node node : nodes) {
      if (node instanceof Link link) {
        follow(link);
      } else if (node instanceof Image image) {
        show(image);
      } else if (node instanceof TableBlock table) {
        arrange(table);
      }
    }
    String title =
        inOrder.stream()
            .filter(heading -> heading.level() == 1)
            .map(Heading::text)
            .findFirst()
            .orElse(path);
    return new Guide(
        path,
        title,
        summary,
        List.copyOf(inOrder),
        markdown,
        HtmlTemplates.printable(renderer().render(document)),
        List.copyOf(linked));
  }

  /** A node and all below it, in the order of the page. */
  private static List<Node> nodes(Node root) {
    List<Node> nodes = new ArrayList<>();
    int depth = 0;
    Node node = root;
    while (true) {
      nodes.add(node);
      Node child = node.getFirstChild();
      if (child != null) {
        if (++depth > DEEPEST) {
          throw new IllegalArgumentException(
              "more than " + DEEPEST + " quotes, lists or emphases lie in each other");
        }
        node = child;
        continue;
      }
      while (node != root && node.getNext() == null) {
        node = node.getParent();
        depth--;
      }
      if (node == root) {
        return nodes;
      }
      node = node.getNext();
    }
  }

  /** Names a heading as code hosts do: lower-case letters and digits, hyphens for spaces. */
  private void addHeading(org.commonmark.node.Heading node) {
    String text = text(node);
    String base =
        text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
    String id = base;
    for (int number = 1; !ids.add(id); number++) {
      id = base + "-" + number;
    }
    Heading heading = new Heading(node.getLevel(), id, text);
    headings.put(node, heading);
    inOrder.add(heading);
  }

  private static String text(Node around) {
    StringBuilder text = new StringBuilder();
    for (Node node : nodes(around)) {
      if (node instanceof Text literal) {
        text.append(literal.getLiteral());
      } else if (node instanceof Code code) {
        text.append(code.getLiteral());
      } else if (node instanceof SoftLineBreak || node instanceof HardLineBreak) {
        text.append(' ');
      }
    }
    return text.toString();
  }

  private void follow(Link link) {
    String address = address(link.getDestination());
    if (address == null) {
      replaceByContent(link);
    } else {
      link.setDestination(address);
    }
  }

  private void show(Image image) {
    String address = address(image.getDestination());
    if (address != null && !isOfTheWeb(address)) {
      image.setDestination(address);
    } else if (address == null) {
      replaceByContent(image);
    } else {
      Link link = new Link(address, null);
      image.insertBefore(link);
      moveContent(image, link);
      image.unlink();
    }
  }

  /** Lets a table scroll, and leaves out headings that are all empty. */
  private static void arrange(TableBlock table) {
    Node head = table.getFirstChild();
    if (head instanceof TableHead && text(head).isBlank()) {
      head.unlink();
    }
    ScrollRegion region = new ScrollRegion();
    table.insertBefore(region);
    region.appendChild(table);
  }

  /** What a link becomes in the site; null where it leads nowhere. */
  private @Nullable String address(String destination) {
    URI target;
    try {
      target = URI.create("/" + encoded(path)).resolve(destination);
    } catch (IllegalArgumentException noAddress) {
      return null;
    }
    if (isOfTheWeb(destination) || "mailto".equalsIgnoreCase(target.getScheme())) {
      return destination;
    }
    if (target.getScheme() != null || target.getAuthority() != null || target.getPath() == null) {
      return null;
    }
    if (destination.startsWith("#")) {
      return destination;
    }
    String file = target.getPath().substring(1);
    if (files.contains(directory(file) + "README.md")) {
      file = directory(file) + "README.md";
    }
    if (!files.contains(file)) {
      return null;
    }
    String there = file;
    if (file.endsWith(".md")) {
      there = Guide.page(file);
    } else {
      linked.add(file);
    }
    String fragment = target.getRawFragment();
    return Guide.up(path) + encoded(there) + (fragment == null ? "" : "#" + fragment);
  }

  private static String directory(String path) {
    return path.isEmpty() || path.endsWith("/") ? path : path + "/";
  }

  private static boolean isOfTheWeb(String address) {
    return address.regionMatches(true, 0, "https://", 0, 8)
        || address.regionMatches(true, 0, "http://", 0, 7);
  }

  /** A path as it stands in addresses. */
  static String encoded(String path) {
    try {
      return new URI(null, null, "/" + path, null).getRawPath().substring(1);
    } catch (URISyntaxException noPath) {
      throw new IllegalArgumentException(noPath);
    }
  }

  private static void replaceByContent(Node node) {
    for (Node child = node.getFirstChild(); child != null; child = node.getFirstChild()) {
      node.insertBefore(child);
    }
    node.unlink();
  }

  private static void moveContent(Node from, Node to) {
    for (Node child = from.getFirstChild(); child != null; child = from.getFirstChild()) {
      to.appendChild(child);
    }
  }

  private HtmlRenderer renderer() {
    return HtmlRenderer.builder()
        .extensions(EXTENSIONS)
        .escapeHtml(true)
        .attributeProviderFactory(
            context ->
                (node, tag, attributes) -> {
                  Heading heading = headings.get(node);
                  if (heading != null) {
                    attributes.put("id", heading.id());
                  } else if (tag.equals("pre")) {
                    attributes.put("tabindex", "0"); // so that the keyboard scrolls it
                  }
                })
        .nodeRendererFactory(ScrollRegionRenderer::new)
        .build();
  }

  /** A table that may be wider than the page. */
  private static final class ScrollRegion extends CustomBlock {}

  private static final class ScrollRegionRenderer implements NodeRenderer {
    private final HtmlNodeRendererContext context;
    private int count;

    ScrollRegionRenderer(HtmlNodeRendererContext context) {
      this.context = context;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
      return Set.of(ScrollRegion.class);
    }

    @Override
    public void render(Node region) {
      var html = context.getWriter();
      Map<String, String> attributes = new LinkedHashMap<>();
      attributes.put("class", "scroll");
      attributes.put("role", "region");
      attributes.put("aria-label", "Table " + ++count);
      attributes.put("tabindex", "0");
      html.tag("div", attributes);
      for (Node child = region.getFirstChild(); child != null; child = child.getNext()) {
        context.render(child);
      }
      html.tag("/div");
      html.line();
    }
  }
}
