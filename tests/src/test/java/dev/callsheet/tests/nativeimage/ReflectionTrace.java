package dev.callsheet.tests.nativeimage;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.ClassObjectReference;
import com.sun.jdi.IncompatibleThreadStateException;
import com.sun.jdi.Method;
import com.sun.jdi.StackFrame;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import com.sun.jdi.connect.VMStartException;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Runs a program under a debugger that stops it wherever the JDK looks up the members of a class,
 * and so sees which classes it uses reflection on.
 */
final class ReflectionTrace {
  /** Where all lookups end up, in every JDK since 9. */
  private static final List<String> LOOKUPS =
      List.of(
          "privateGetDeclaredFields",
          "privateGetDeclaredMethods",
          "privateGetDeclaredConstructors",
          "getRecordComponents");

  private static final long LIMIT_MILLIS = 120_000;

  /** In the names of classes that the JDK makes for lambdas; an executable has them. */
  private static final String LAMBDA = "$$Lambda";

  private final VirtualMachine machine;
  private final Set<String> types = new TreeSet<>();

  private ReflectionTrace(VirtualMachine machine) {
    this.machine = machine;
  }

  /**
   * The classes that a program uses reflection on until it ends, by their binary names.
   *
   * @param options of the virtual machine, class path included
   * @param program the main class and its arguments, none with spaces
   * @throws IOException if it fails; with what it wrote
   */
  static Set<String> typesOf(String options, String program)
      throws IOException, InterruptedException, VMStartException {
    var connector = Bootstrap.virtualMachineManager().defaultConnector();
    var arguments = connector.defaultArguments();
    Objects.requireNonNull(arguments.get("options")).setValue(options);
    Objects.requireNonNull(arguments.get("main")).setValue(program);
    VirtualMachine machine;
    try {
      machine = connector.launch(arguments);
    } catch (IllegalConnectorArgumentsException e) {
      throw new IllegalArgumentException(e);
    }
    Process process = machine.process();
    try {
      ReflectionTrace trace = new ReflectionTrace(machine);
      trace.stopAtLookups();
      trace.follow();
      String errors = new String(process.getErrorStream().readAllBytes(), UTF_8);
      if (process.waitFor() != 0) {
        throw new IOException("the program failed:\n" + errors);
      }
      return trace.types;
    } finally {
      process.destroy();
    }
  }

  private void stopAtLookups() {
    var type = machine.classesByName("java.lang.Class").get(0);
    for (String lookup : LOOKUPS) {
      for (Method method : type.methodsByName(lookup)) {
        machine.eventRequestManager().createBreakpointRequest(method.location()).enable();
      }
    }
  }

  private void follow() throws InterruptedException {
    try {
      while (true) {
        EventSet events = machine.eventQueue().remove(LIMIT_MILLIS);
        if (events == null) {
          throw new IllegalStateException("the program does not come to its end");
        }
        for (Event event : events) {
          if (event instanceof BreakpointEvent stop) {
            visit(stop.thread().frames());
          }
        }
        events.resume();
      }
    } catch (VMDisconnectedException ended) {
      // The program has come to its end.
    } catch (IncompatibleThreadStateException e) {
      throw new IllegalStateException("a thread at a breakpoint stands still", e);
    }
  }

  private void visit(List<StackFrame> frames) {
    var type = ((ClassObjectReference) frames.get(0).thisObject()).reflectedType();
    boolean isLambda = type.name().contains(LAMBDA);
    if (!isLambda && frames.stream().noneMatch(ReflectionTrace::isOfEnumConstants)) {
      types.add(type.name());
    }
  }

  /** Whether the JDK wants the constants of an enum, which are always there. */
  private static boolean isOfEnumConstants(StackFrame frame) {
    return frame.location().method().name().equals("getEnumConstantsShared");
  }
}
