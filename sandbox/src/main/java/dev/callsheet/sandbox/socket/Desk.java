package dev.callsheet.sandbox.socket;

import dev.callsheet.sandbox.api.Api;
import dev.callsheet.sandbox.api.Authentication;
import dev.callsheet.sandbox.fault.WireFaults;
import dev.callsheet.sandbox.knob.Knobs;
import org.eclipse.jetty.util.thread.Scheduler;

/** What all conversations share. */
record Desk(
    Api api,
    Authentication authentication,
    WireFaults faults,
    Knobs knobs,
    Sessions sessions,
    Pushes pushes,
    Scheduler scheduler) {}
