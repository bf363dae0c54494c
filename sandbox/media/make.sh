#!/usr/bin/env bash
# Makes the samples that the sandbox serves: a slate whose stick claps, a running timecode and a playhead, as a video and
# as a still from its beginning.
# Needs ffmpeg with drawtext, libx264, libvpx-vp9 and libwebp, and the DejaVu fonts. Usage: make.sh [OUT-DIR]
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
out=${1:-$here/../src/main/resources/dev/callsheet/sandbox/media}
fonts=${FONTS:-/usr/share/fonts/truetype/dejavu}
seconds=2.4
rate=25
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$out"

ink=0x14171d paper=0xf3ead8 board=0x232834 rule=0x4a5364 red=0xe4572e

# slate NAME WIDTH HEIGHT UNIT COLUMNS OPEN: lengths follow from UNIT, the height of the striped stick; the board is
# COLUMNS units wide; the open stick stands at OPEN hundredths of a radian.
slate() {
  local name=$1 w=$2 h=$3 u=$4 columns=$5 open=$6
  local bw=$((u * columns)) bh=$((u * 15 / 2))      # the board
  local rise=$((bw * open / 100))                   # how far the open stick's end is above the hinge
  local bx=$(((w - bw) / 2)) by=$(((h - bh + rise + u) / 2))
  local hx=$((bx + u / 2)) hy=$((by - u / 2))       # the hinge
  local arm=$((bw * 2 - u)) box=$((bw * 2))         # the stick turns about the middle of a square
  local serif="fontfile=$fonts/DejaVuSerif-Bold.ttf" mono="fontfile=$fonts/DejaVuSansMono.ttf"
  local left=$((bx + u * 3 / 5)) right=$((bx + bw - u * 3 / 5))
  local stripes="lum='if(lt(mod(X+Y,$((u * 2))),$u),235,26)':cb=128:cr=128"

  # Open for 0.9 s, shut within 0.12 s, then at rest.
  local angle="-$open/100*if(lt(t,0.9),1,if(lt(t,1.02),1-pow((t-0.9)/0.12,2),0))"

  ffmpeg -v error -y \
    -f lavfi -i "color=c=$ink:s=${w}x${h}:r=$rate:d=$seconds" \
    -f lavfi -i "color=c=black:s=${arm}x${u}:r=$rate:d=$seconds" \
    -filter_complex "
      [1:v]format=yuva420p,geq=$stripes:a='if(gt(X,$((arm / 2 - u / 2))),255,0)',
        pad=$box:$box:(ow-iw)/2:(oh-ih)/2:color=black@0,rotate=a='$angle':c=none[arm];
      [0:v]drawbox=x=$bx:y=$by:w=$bw:h=$bh:color=$board:t=fill,
        drawbox=x=$bx:y=$((by + u * 27 / 10)):w=$bw:h=2:color=$rule:t=fill,
        drawbox=x=$bx:y=$((by + u * 46 / 10)):w=$bw:h=2:color=$rule:t=fill,
        drawbox=x=$((bx + bw / 3)):y=$((by + u * 27 / 10)):w=2:h=$((u * 19 / 10)):color=$rule:t=fill,
        drawbox=x=$((bx + bw * 2 / 3)):y=$((by + u * 27 / 10)):w=2:h=$((u * 19 / 10)):color=$rule:t=fill,
        drawtext=$serif:text=Callsheet:fontsize=$((u * 7 / 5)):fontcolor=$paper:x=$left:y=$((by + u * 7 / 10)),
        drawtext=$mono:text=SCENE:fontsize=$((u * 2 / 5)):fontcolor=$red:x=$left:y=$((by + u * 30 / 10)),
        drawtext=$mono:text=12A:fontsize=$((u * 4 / 5)):fontcolor=$paper:x=$left:y=$((by + u * 36 / 10)),
        drawtext=$mono:text=TAKE:fontsize=$((u * 2 / 5)):fontcolor=$red:x=$((left + bw / 3)):y=$((by + u * 30 / 10)),
        drawtext=$mono:text=1:fontsize=$((u * 4 / 5)):fontcolor=$paper:x=$((left + bw / 3)):y=$((by + u * 36 / 10)),
        drawtext=$mono:text=ROLL:fontsize=$((u * 2 / 5)):fontcolor=$red:x=$((left + bw * 2 / 3)):y=$((by + u * 30 / 10)),
        drawtext=$mono:text=S-01:fontsize=$((u * 4 / 5)):fontcolor=$paper:x=$((left + bw * 2 / 3)):y=$((by + u * 36 / 10)),
        drawtext=$mono:timecode='00\:00\:00\:00':r=$rate:fontsize=$((u * 4 / 5)):fontcolor=$paper:x=$left:y=$((by + u * 52 / 10)),
        drawtext=$mono:text=SANDBOX:fontsize=$((u * 2 / 5)):fontcolor=$rule:x=$right-tw:y=$((by + u * 27 / 5)),
        drawbox=x=$left:y=$((by + u * 66 / 10)):w=$((right - left)):h=$((u / 6)):color=$rule:t=fill[board];
      color=c=$red:s=$((u / 3))x$((u / 2)):r=$rate:d=$seconds[head];
      [board][head]overlay=x='$left+($((right - left - u / 3)))*t/$seconds':y=$((by + u * 66 / 10 - u / 6))[played];
      [played][arm]overlay=x=$((hx - box / 2)):y=$((hy - box / 2)):shortest=1,
        drawbox=color=$paper@0.3:t=fill:enable='between(t,1.0,1.06)',format=yuv420p[out]" \
    -map "[out]" -c:v ffv1 "$work/$name.mkv"

  local quiet=(-v error -y -fflags +bitexact -i "$work/$name.mkv" -an -map_metadata -1 -flags:v +bitexact -fflags +bitexact)
  ffmpeg "${quiet[@]}" -c:v libx264 -preset veryslow -crf 26 -pix_fmt yuv420p -movflags +faststart "$out/$name.mp4"
  ffmpeg "${quiet[@]}" -c:v libx264 -preset veryslow -crf 26 -pix_fmt yuv420p -movflags +faststart -f mov "$out/$name.mov"
  ffmpeg "${quiet[@]}" -c:v libvpx-vp9 -crf 36 -b:v 0 -deadline good -cpu-used 1 -row-mt 1 "$out/$name.webm"

  # Halfway through the time that the stick is open.
  local still=(-v error -y -fflags +bitexact -ss 0.44 -i "$work/$name.mkv" -frames:v 1 -map_metadata -1 -flags:v +bitexact -fflags +bitexact)
  ffmpeg "${still[@]}" -c:v png -pix_fmt rgb24 -pred mixed -compression_level 9 -f image2 -update 1 "$out/$name.png"
  ffmpeg "${still[@]}" -c:v mjpeg -pix_fmt yuvj420p -q:v 2 -huffman optimal -f image2 -update 1 "$out/$name.jpg"
  ffmpeg "${still[@]}" -c:v libwebp -quality 82 -compression_level 6 -f image2 -update 1 "$out/$name.webp"
}

slate landscape 640 360 28 15 22
slate portrait 360 640 31 10 42
slate square 480 480 38 11 30
ls -l "$out"
