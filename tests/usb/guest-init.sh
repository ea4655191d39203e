#!/bin/busybox sh
# Process 1 of the virtual machine: makes a root out of the host's files, runs the tests in it, and switches off.
export PATH=/bin
bb=/bin/busybox
$bb mount -t proc proc /proc
$bb mount -t sysfs sys /sys
$bb mount -t devtmpfs dev /dev
while read -r module; do $bb insmod "/modules/$module" || echo "guest: no module $module"; done < /modules/order
share=$($bb sed 's/.*share=\([^ ]*\).*/\1/' /proc/cmdline)

$bb mount -t 9p -o trans=virtio,ro,cache=loose,msize=512000 host /host &&
$bb mount -t tmpfs -o size=1500m tmpfs /upper &&
$bb mkdir /upper/data /upper/work &&
$bb mount -t overlay -o lowerdir=/host,upperdir=/upper/data,workdir=/upper/work overlay /root || echo 'guest: no root'

for place in proc sys dev; do $bb mkdir -p "/root/$place"; done
$bb mount -t proc proc /root/proc
$bb mount -t sysfs sys /root/sys
$bb mount -t devtmpfs dev /root/dev
$bb mkdir -p /root/dev/shm /root/dev/pts
$bb mount -t tmpfs tmpfs /root/dev/shm
$bb mount -t devpts devpts /root/dev/pts
$bb mount -t tmpfs tmpfs /root/run
$bb mount -t tmpfs tmpfs /root/tmp
$bb mkdir -p "/root$share"
$bb mount -t 9p -o trans=virtio,cache=none,msize=512000 share "/root$share"
$bb ifconfig lo 127.0.0.1 up
# No gateway: the host is reached at 10.0.2.2, and nothing else.
$bb ifconfig eth0 10.0.2.15 netmask 255.255.255.0 up || echo 'guest: no network'
$bb hostname guest

$bb chroot /root /bin/sh "$share/run-tests.sh" < /dev/null
$bb sync
# Nothing of the root may be needed any more when the power goes.
echo o > /proc/sysrq-trigger
while :; do :; done
