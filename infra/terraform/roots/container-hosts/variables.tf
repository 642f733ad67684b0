variable "cluster" {
  description = "The cluster the hosts belong to."
  type        = object({ id = string, name = string })
}

variable "hosts" {
  description = "Every host that shall exist."
  type = list(object({
    name             = string
    role             = string
    zone             = string
    address          = string
    cpus             = number
    memory_mebibytes = number
    disk_gibibytes   = number
  }))
}

variable "ssh_public_key" {
  description = "Authorised on every host."
  type        = string
}

variable "container_hosts" {
  description = "Settings of the region."
  type        = object({ network = string, gateway = string, image = string })
}
