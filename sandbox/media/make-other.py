#!/usr/bin/env python3
"""Makes the samples that no ffmpeg is needed for: a second of silence as WAV, FLAC, MP3 and Ogg Opus, and a triangle as
glTF binary. The SVG drawings are written by hand. Usage: make-other.py [OUT-DIR]"""
import hashlib
import json
import struct
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
OUT = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "../src/main/resources/dev/callsheet/sandbox/internal/media"


def crc(data, width, polynomial):
    value = 0
    for byte in data:
        value ^= byte << (width - 8)
        for _ in range(8):
            value = (value << 1) ^ (polynomial if value >> (width - 1) else 0)
            value &= (1 << width) - 1
    return value


def wav(rate=8000):
    samples = bytes([128]) * rate  # 8 bits, in which 128 is silence
    form = struct.pack("<4sIHHIIHH", b"fmt ", 16, 1, 1, rate, rate, 1, 8)
    body = b"WAVE" + form + struct.pack("<4sI", b"data", len(samples)) + samples
    return b"RIFF" + struct.pack("<I", len(body)) + body


def flac(rate=8000, block=4000):
    """Two frames, each of one constant subframe."""
    count = 2 * block
    packed = rate << 44 | 0 << 41 | 15 << 36 | count  # mono, 16 bits
    digest = hashlib.md5(bytes(2 * count)).digest()
    info = struct.pack(">HH", block, block) + bytes(6) + struct.pack(">Q", packed) + digest
    out = b"fLaC" + bytes([0x80]) + len(info).to_bytes(3, "big") + info
    for number in range(2):
        # A block size of 16 bits follows; 8 kHz; mono, 16 bits.
        header = bytes([0xFF, 0xF8, 0x74, 0x08, number]) + struct.pack(">H", block - 1)
        frame = header + bytes([crc(header, 8, 0x07)]) + bytes([0]) + struct.pack(">h", 0)
        out += frame + struct.pack(">H", crc(frame, 16, 0x8005))
    return out


def mp3():
    """MPEG-1 layer III, 32 kbit/s, 44.1 kHz, mono: without main data a frame is silent."""
    frame = bytes([0xFF, 0xFB, 0x10, 0xC4])
    return (frame + bytes(144 * 32000 // 44100 - len(frame))) * 38


def ogg():
    """Opus packets of 20 ms each that say silence, in one page of mono sound."""
    serial = 1

    def page(kind, position, number, packets):
        lacing = bytes(len(packet) for packet in packets)
        head = struct.pack("<4sBBqIIIB", b"OggS", 0, kind, position, serial, number, 0, len(lacing)) + lacing
        data = head + b"".join(packets)
        return data[:22] + struct.pack("<I", crc(data, 32, 0x04C11DB7)) + data[26:]

    head = struct.pack("<8sBBHIhB", b"OpusHead", 1, 1, 0, 48000, 0, 0)
    tags = b"OpusTags" + struct.pack("<I", 9) + b"Callsheet" + struct.pack("<I", 0)
    silence = [bytes([0xF8, 0xFF, 0xFE])] * 50
    return page(2, 0, 0, [head]) + page(0, 0, 1, [tags]) + page(4, 48000, 2, silence)


def glb():
    points = struct.pack("<9f", 0, 0, 0, 1, 0, 0, 0, 1, 0)
    scene = {
        "asset": {"version": "2.0", "generator": "Callsheet"},
        "scene": 0,
        "scenes": [{"nodes": [0]}],
        "nodes": [{"mesh": 0}],
        "meshes": [{"primitives": [{"attributes": {"POSITION": 0}}]}],
        "buffers": [{"byteLength": len(points)}],
        "bufferViews": [{"buffer": 0, "byteLength": len(points), "target": 34962}],
        "accessors": [
            {"bufferView": 0, "componentType": 5126, "count": 3, "type": "VEC3", "min": [0, 0, 0], "max": [1, 1, 0]}
        ],
    }
    text = json.dumps(scene, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 4)
    chunks = struct.pack("<I4s", len(text), b"JSON") + text + struct.pack("<I4s", len(points), b"BIN\0") + points
    return b"glTF" + struct.pack("<II", 2, 12 + len(chunks)) + chunks


OUT.mkdir(parents=True, exist_ok=True)
for name, content in {"wav": wav(), "flac": flac(), "mp3": mp3(), "ogg": ogg(), "glb": glb()}.items():
    (OUT / f"sample.{name}").write_bytes(content)
