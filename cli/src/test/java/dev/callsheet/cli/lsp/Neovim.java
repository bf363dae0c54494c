package dev.callsheet.cli.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Neovim on a terminal of 160 by 30 characters, with the keys of a test. */
final class Neovim implements AutoCloseable {
  private static final Path PAGE = Path.of("..", "docs", "editors.md");
  private static final long SECONDS = 60;

  /** What tests ask the editor for, and how they wait for it. */
  private static final String HELPERS =
      """

      vim.o.swapfile = false
      vim.o.shortmess = vim.o.shortmess .. "I"
      function Wait(condition)
        return vim.wait(60000, load("return " .. condition), 10) and "yes" or "no"
      end
      function Screen()
        vim.cmd("redraw!")
        local rows = {}
        for row = 1, vim.o.lines do
          local text = ""
          for column = 1, vim.o.columns do
            text = text .. vim.fn.screenstring(row, column)
          end
          rows[row] = text:gsub("%s+$", "")
        end
        return table.concat(rows, "\\n")
      end
      function Findings()
        local found = {}
        for _, each in ipairs(vim.diagnostic.get(0)) do
          found[#found + 1] = (each.lnum + 1) .. ":" .. (each.col + 1) .. " " .. (each.code or each.user_data.lsp.code)
        end
        return table.concat(found, "\\n")
      end
      function Buffer()
        return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, true), "\\n") .. "\\n"
      end
      function Floats()
        local text = {}
        for _, window in ipairs(vim.api.nvim_list_wins()) do
          if vim.api.nvim_win_get_config(window).relative ~= "" then
            local buffer = vim.api.nvim_win_get_buf(window)
            text[#text + 1] = table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, true), "\\n")
          end
        end
        return table.concat(text, "\\n")
      end
      function Menu()
        local words = {}
        for _, item in ipairs(vim.fn.complete_info({ "items" }).items) do
          words[#words + 1] = item.abbr
        end
        return table.concat(words, " ")
      end
      """;

  private final Path socket;
  private final Process process;

  /** All that was written to the terminal so far; notified when it grows or ends. */
  private final StringBuilder terminal = new StringBuilder();

  private boolean isTerminalOpen = true;

  /** Opens a file in a directory, with the server of this class path. */
  Neovim(Path directory, String file) throws IOException, InterruptedException {
    socket = directory.resolve("socket");
    Files.writeString(directory.resolve("init.lua"), settings() + HELPERS);
    ProcessBuilder builder =
        new ProcessBuilder(
                "script",
                "--quiet",
                "--flush",
                "--command",
                "stty rows 30 columns 160; exec nvim --clean -u init.lua --listen ./socket " + file,
                "/dev/null")
            .directory(directory.toFile())
            .redirectErrorStream(true);
    builder.environment().put("TERM", "xterm");
    builder.environment().put("XDG_STATE_HOME", directory.toString());
    builder.environment().put("XDG_CACHE_HOME", directory.toString());
    builder.environment().put("LC_ALL", "C.UTF-8");
    process = builder.start();
    Thread reading = new Thread(this::readTerminal, "neovim-terminal");
    reading.setDaemon(true);
    reading.start();
    awaitTerminal(file, 0); // in its status line; it takes calls from before that
    await("next(vim.lsp.get_active_clients()) ~= nil");
  }

  static boolean isThere() {
    try {
      return new ProcessBuilder("nvim", "--version")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException missing) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** The settings of the documentation, with the command that is tested. */
  private static String settings() throws IOException {
    Matcher block = Pattern.compile("(?s)```lua\n(.*?)```").matcher(Files.readString(PAGE));
    assertThat(block.find()).isTrue();
    String command =
        List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.callsheet.cli.Callsheet",
                "lsp")
            .stream()
            .map(word -> "[==[" + word + "]==]")
            .reduce((a, b) -> a + ", " + b)
            .orElseThrow();
    String settings = block.group(1).replace("\"callsheet\", \"lsp\"", command);
    assertThat(settings).contains(command);
    return settings;
  }

  /** Types keys, in the editor's notation. */
  void type(String keys) throws IOException, InterruptedException {
    remote("--remote-send", keys);
  }

  /** The value of an expression of Lua, as text. */
  String ask(String expression) throws IOException, InterruptedException {
    return remote("--remote-expr", "luaeval('" + expression.replace("'", "''") + "')");
  }

  /** Waits until a condition of Lua holds. */
  void await(String condition) throws IOException, InterruptedException {
    assertThat(ask("Wait([==[" + condition + "]==])"))
        .as(() -> condition + "\n" + screenOrNothing() + "\n" + serverLog())
        .isEqualTo("yes");
  }

  /** What the server said on standard error, which the editor writes down. */
  private String serverLog() {
    try {
      return Files.readString(socket.resolveSibling("nvim").resolve("lsp.log"));
    } catch (IOException none) {
      return "the server has said nothing";
    }
  }

  private String screenOrNothing() {
    if (!process.isAlive()) {
      return "the editor has ended:\n" + terminal();
    }
    try {
      return ask("Screen()") + "\n" + ask("Findings()");
    } catch (IOException e) {
      return e.toString();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return "";
    }
  }

  private String remote(String how, String what) throws IOException, InterruptedException {
    Path answer = socket.resolveSibling("answer.txt");
    Process call =
        new ProcessBuilder("nvim", "--server", socket.toString(), how, what)
            .redirectErrorStream(true)
            .redirectOutput(answer.toFile())
            .start();
    if (!call.waitFor(SECONDS + 10, TimeUnit.SECONDS)) {
      call.destroyForcibly();
      throw new AssertionError("the editor does not answer:\n" + terminal());
    }
    return Files.readString(answer).replace("\r", "");
  }

  /** Types keys, and others once the editor asks for more: until then, it answers nothing else. */
  void type(String keys, String question, String answer) throws IOException, InterruptedException {
    int before = terminal().length();
    type(keys);
    awaitTerminal(question, before);
    type(answer);
  }

  private void readTerminal() {
    char[] read = new char[1 << 12];
    try (Reader output = process.inputReader(StandardCharsets.UTF_8)) {
      for (int length; (length = output.read(read)) >= 0; ) {
        synchronized (terminal) {
          terminal.append(read, 0, length);
          terminal.notifyAll();
        }
      }
    } catch (IOException ended) {
      // as at its end
    } finally {
      synchronized (terminal) {
        isTerminalOpen = false;
        terminal.notifyAll();
      }
    }
  }

  /** Waits until a text is written to the terminal behind what was there before. */
  private void awaitTerminal(String text, int before) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    synchronized (terminal) {
      while (terminal.indexOf(text, before) < 0) {
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (left <= 0 || !isTerminalOpen) {
          throw new AssertionError("'" + text + "' is not shown:\n" + terminal.substring(before));
        }
        terminal.wait(left);
      }
    }
  }

  private String terminal() {
    synchronized (terminal) {
      return terminal.toString();
    }
  }

  @Override
  public void close() throws IOException {
    if (process.isAlive()) {
      try {
        remote("--remote-send", "<C-\\><C-N>:qa!<CR>");
        process.waitFor(10, TimeUnit.SECONDS);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      } finally {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    }
  }
}
